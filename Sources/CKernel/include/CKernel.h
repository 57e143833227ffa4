// The aligner's inner loops over flat buffers, for whichever instructions the processor has.
//
// All ways give the same numbers to the last bit: the same operations in the same order, none fused.
#ifndef CKERNEL_H
#define CKERNEL_H

#include <stddef.h>
#include <stdint.h>

// Shapes of beads, gaps included; see `BeadShape.all`.
enum { CKERNEL_SHAPES = 26 };
// Elements that a buffer needs before its first and behind its last one where a function says "with null probability".
enum { CKERNEL_PADDING = 16 };

// MARK: The lattice

// The nodes of a lattice: row r has the columns lower[r]...upper[r], and both never fall.
//
// What is kept for each node is kept in planes: row r has a place for each of its columns and eight more, which hold
// nothing; starts[r] is the sum of the places of the rows before. A buffer of n planes has row r's at n * starts[r],
// one behind the other.
typedef struct {
  ptrdiff_t rows;
  const int32_t *lower;
  const int32_t *upper;
  const ptrdiff_t *starts;
  // The most places in a row.
  ptrdiff_t widest;
} ckernel_lattice;

// Writes e to the power of each score into planes by shape, relative to the best path: what the best path from the
// bead's end on scores is added to its score, and what that from its start scores is taken away. All paths from end to
// end lose the same by it, and what the likeliest ones are made of weighs about 1. A weight below e^-700 is 0: no path
// that comes near the others has one, as long as these sum up to more than e^-300.
//
// scores: a node's shapes one behind the other, rows without places that hold nothing; minus infinity for beads that
// leave the lattice.
// gap: what is added to the scores of gaps.
// continued: what is added to the score of a gap that follows one of the same side; the weights are without it.
// weights: with null probability.
// rest: work space, one plane, with null probability.
// row_rests: work space, two rows of the widest and 32 elements.
// planes: work space, all planes of the widest row, with null probability.
void ckernel_weights(const ckernel_lattice *lattice, const float *scores, float gap, float continued,
                     double *weights, double *rest, double *row_rests, float *planes);

// What the paths through a lattice sum up to.
typedef struct {
  // What a gap's weight is multiplied by, and by what where it follows one of the same side.
  double gap;
  double continued;
  // Three planes, for paths that come to a node by a bead, a source gap and a target gap, with null probability, and by row the
  // logarithm that they are relative to.
  double *sums;
  double *logs;
  // Work space for 12 rows of the widest, with null probability.
  double *space;
  // By source and by target segment: the probability of its gap.
  float *source_gap;
  float *target_gap;
  // The probabilities of beads, planes like the weights', with null probability; NULL where they are not wanted.
  float *beads;
  // The logarithm of the sum over all paths, forwards and backwards.
  double forward;
  double backward;
} ckernel_paths;

void ckernel_forward(const ckernel_lattice *lattice, const double *weights, ckernel_paths *paths);
// After `ckernel_forward`. Leaves no number in `backward` where plain numbers do not hold the sums.
void ckernel_backward(const ckernel_lattice *lattice, const double *weights, ckernel_paths *paths);

// For each node, in one plane, how the path with the greatest sum of gains comes to it.
//
// A bead gains its probability less the cost, a gap that of its segment wherever the path passes.
// shapes: of the last bead where the path comes by one.
// states: whether a source gap that starts at the node goes on with one (1), and which of the three states is the
// best (times 2).
// space: work space for one plane of floats and two rows of the widest, with null probability.
void ckernel_best_path(const ckernel_lattice *lattice, const float *beads, const float *source_gap,
                       const float *target_gap, float cost, uint8_t *shapes, uint8_t *states, float *space);

// MARK: Words

typedef struct {
  int32_t index;
  float count;
} ckernel_entry;

typedef struct {
  int32_t type;
  float ratio;
} ckernel_link;

// See `LexicalKernel`, which owns the buffers. Those by given segment have eight elements more.
typedef struct {
  // The scored side.
  const float *nullProbability;
  const ptrdiff_t *scored_offsets;
  const ckernel_entry *scored;
  const int32_t *link_offsets;
  const ckernel_link *links;
  // The given side.
  ptrdiff_t given_count;
  const ckernel_entry *postings;
  const ptrdiff_t *posting_ends;
  ptrdiff_t *cursors;
  const float *lengths;
  const float *single_lengths;
  const uint8_t *buckets;
  ptrdiff_t groups;
  const float *inverse;
  // Matches of the types that several segments hold, added up over their links, ascending: type t has those from
  // match_starts[t] up to match_ends[t], and the block holds those from match_starts[t] on. -1 where they are not made.
  const ptrdiff_t *segment_counts;
  int32_t *match_starts;
  int32_t *match_ends;
  ckernel_entry *matches;
  ptrdiff_t *match_count;
  ptrdiff_t match_limit;
  // Work space; the first two, by given segment and a bit each, are 0 between calls.
  float *dense;
  uint64_t *marked;
  float *hits;
  int32_t *touched;
  float *sums;
  float *unmatched;
  float *unmatched_product;
  float *products;
  float *logs;
  float *bounds;
  float *single_products;
  float *single_logs;
} ckernel_lexicon;

// Where the scores go: those of the windows that start with given segment i to
// windows[(offsets[i] + shift - lower[i]) * 8], or to windows[(shift + i) * 8] where there are no offsets.
typedef struct {
  const ptrdiff_t *offsets;
  const int32_t *lower;
  ptrdiff_t shift;
  float *scores;
} ckernel_places;

// Scores a segment of one side against windows of the other that start in one range, and single segments in another.
void ckernel_lexical(const ckernel_lexicon *lexicon, ptrdiff_t segment, ptrdiff_t window_start, ptrdiff_t window_end,
                     const ckernel_places *windows, ptrdiff_t single_start, ptrdiff_t single_end,
                     const ckernel_places *singles);

// One side's tokens, scored given the tokens of the other before a place and those behind it; see `SplitScores`.
typedef struct {
  ptrdiff_t scored_count;
  ptrdiff_t given_count;
  // Elements of a row: the scored tokens and up to seven more.
  ptrdiff_t width;
  // By given token a row: how much likelier it makes each scored token.
  const float *ratios;
  const float *nullProbability;
  // Work space, four rows.
  float *space;
} ckernel_splits;

// Adds the scores of all splits: that of the first i scored tokens with the first j given ones, and the rest with the
// rest, to scores[i * scored_stride + j * given_stride].
void ckernel_splits_add(const ckernel_splits *splits, float *scores, ptrdiff_t scored_stride, ptrdiff_t given_stride);

// MARK: Vectors

// Sums of products before each of `count` vectors that lie one behind the other, and after the last one: sums[0] is
// left as it is, sums[i] becomes the sum of the products with the first i.
void ckernel_products(const float *vector, const float *others, ptrdiff_t count, ptrdiff_t dimension, float *sums);

// The same without the sums: products[i] is the one with vector i.
void ckernel_dots(const float *vector, const float *others, ptrdiff_t count, ptrdiff_t dimension, float *products);

// Adds up rows of numbers, each times its scale, in the order of `units`: sum = scales[u] * rows[u] + ... The dimension
// is a multiple of eight, scales and rows are little-endian memory of any alignment.
void ckernel_sum_rows(const int8_t *rows, const uint8_t *scales, const int32_t *units, ptrdiff_t count,
                      ptrdiff_t dimension, float *sum);

// MARK: Memory

// Lets the allocator keep what is freed, where it can be told to: each block of a document asks for the same buffers
// again, and giving them back to the system between costs more time than filling them.
void ckernel_keep_memory(void);

#endif
