"""Aligns a collection of documents on a Spark cluster and writes the beads as Parquet.

    spark-submit align_documents.py documents.jsonl beads.parquet --wasl /opt/wasl/wasl
    spark-submit align_documents.py documents.parquet beads.parquet --partitions 400 -- --presplit

A document is a row with `id` and the texts `source` and `target`, or `text` with both languages in it. Each
partition goes through one `wasl align --batch -`; options after `--` go to it. The columns written are those of
Wasl's JSON lines: id, source and target (text, start, end, segments; null for a gap) and confidence.

A document that cannot be aligned is left out and named in OUTPUT.failed (one id a row), and the exit status is 1.
"""

import argparse
import shlex
import sys

from pyspark.sql import SparkSession
from pyspark.sql.types import ArrayType, DoubleType, LongType, StringType, StructField, StructType

SIDE = StructType([
    StructField("text", StringType()),
    StructField("start", LongType()),
    StructField("end", LongType()),
    StructField("segments", ArrayType(LongType())),
])
BEAD = StructType([
    StructField("id", StringType()),
    StructField("source", SIDE),
    StructField("target", SIDE),
    StructField("confidence", DoubleType()),
])


def command(wasl, options):
    """What each partition is piped through.

    Status 1 says that documents were left out: they are found afterwards. Any other failure fails the task, so that
    Spark tries it again elsewhere.
    """
    align = shlex.join([wasl, "align", "--batch", "-", "--jobs", "1", "--keep-going", "--quiet", *options])
    return shlex.join(["sh", "-c", f"{align}; status=$?; [ $status -le 1 ]"])


def documents(spark, path, form):
    if form is None:
        form = "parquet" if path.rstrip("/").endswith(".parquet") else "jsonl"
    if form == "parquet":
        table = spark.read.parquet(path)
    else:
        # Without a schema Spark reads everything twice, and ids that are numbers as numbers.
        table = spark.read.schema("id string, source string, target string, text string").json(path)
    columns = [name for name in ("id", "source", "target", "text") if name in table.columns]
    if "id" not in columns or not ({"source", "target"} <= set(columns) or "text" in columns):
        sys.exit(f"align_documents: {path}: no columns 'id' and 'source' and 'target', or 'id' and 'text'")
    table = table.select(*columns)
    return table.withColumn("id", table.id.cast("string"))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input", help="JSON lines or Parquet, a file or a folder on a file system that Spark reads")
    parser.add_argument("output", help="folder of Parquet files; must not be there yet")
    parser.add_argument("--wasl", default="wasl", help="the command, on every node (default: found on the path)")
    parser.add_argument("--format", choices=["jsonl", "parquet"], help="of the input (default: by its name)")
    parser.add_argument("--partitions", type=int, help="how many pieces; some for each core of the cluster")
    words = sys.argv[1:]
    end = words.index("--") if "--" in words else len(words)
    arguments = parser.parse_args(words[:end])

    spark = SparkSession.builder.appName("wasl align").getOrCreate()
    table = documents(spark, arguments.input, arguments.format)
    if arguments.partitions:
        table = table.repartition(arguments.partitions)
    # The engine's own pipe: rows as JSON lines to the command's input, its output's lines to rows.
    lines = table.toJSON().pipe(command(arguments.wasl, words[end + 1 :]), checkCode=True)
    spark.read.schema(BEAD).json(lines).write.parquet(arguments.output)

    beads = spark.read.parquet(arguments.output)
    done = beads.select("id").distinct()
    failed = table.select("id").join(done, "id", "left_anti")
    failures = failed.count()
    if failures:
        failed.coalesce(1).write.mode("overwrite").text(arguments.output.rstrip("/") + ".failed")
    print(f"{done.count()} documents, {beads.count()} beads, {failures} documents left out")
    spark.stop()
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
