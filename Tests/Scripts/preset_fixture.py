#!/usr/bin/env python3
"""Makes Tests/TextTests/Normalizing/presets.tsv anew: what CAMeL Tools and PyArabic make of our word list.

    python3 -m venv VENV && VENV/bin/pip install camel-tools pyarabic
    VENV/bin/python Tests/Scripts/preset_fixture.py > Tests/TextTests/Normalizing/presets.tsv

The column `lucene` is ArabicNormalizer's documented rules, written down again here: Lucene is no Python package.
light10 begins with the same normalisation.
"""
import re
from importlib.metadata import version

from camel_tools.utils.dediac import dediac_ar
from camel_tools.utils.normalize import (
    normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar, normalize_unicode)
from pyarabic import araby

# Written for this test: spellings, vowels, hamzas, signs, numbers and forms that the normalisers treat in their own ways.
WORDS = r"""
كتاب كِتَابٌ المَدْرَسَةُ مُحَمَّدٌ هٰذا هَٰذَا لٰكِنَّ الرَّحْمٰن أحمد إبراهيم آدم ٱلله ٱلْكِتَاب أُمّ إِنَّ قُرْآن القرآن
مسؤول سُؤَال رئيس رَئِيس شيئًا شيء ماء بِئْر لؤلؤ تفاؤل هيئة بيئة أفئدة مرؤوس
على عَلَى إلى مصطفى موسى هدى مستشفى يحيى في مدينة مدرسه جامعة الحياة صلاة قاضٍ
عـــربي كتـــاب ـ هـ ١٤٤٥هـ سـلام اللـــه
ﻋﺮﺑﻲ ﻻ ﻷ ﻵ ﻹ ﺍﻟﻜﺘﺎﺏ ﷲ ﷺ ﷻ ﷽ ﷼ ﻼ ﻸ
٠١٢٣ ٤٥٦ ۱۲۳ 2024 ٣٫٥ ١٬٢٣٤ ٥٠٪ ،نعم، ماذا؟ كلا؛ «نص» (نص)
Wasl ÉCOLE café naïve ﬁnal ½ m² ｗｉｄｅ
ٲب ٳب ٵ ٶ ٷ ٸ گل چاي پارك کتاب علی ہے ۀ ۃ
قُرْآنٌۖ لَهُۥ بِهِۦ ۞ ۩ ۝ رَبِّهِمۡ عَلَيۡهِ ءَامَنُوا۟
و\u0654 ا\u0653 ا\u0655 ي\u0654 ه\u0654 مسو\u0654ول \u0651\u064E ب\u0651\u064E ب\u064E\u0651
نص\u200F \u200Eab می\u200Cرود ب\u200Dت a\u00ADb \uFEFFنص نص\u00A0آخر
ء أ إ آ ٱ ؤ ئ ى ة ي و ه
"""


def words():
    text = re.sub(r"\\u([0-9A-F]{4})", lambda found: chr(int(found.group(1), 16)), WORDS)
    return [word for line in text.split("\n") for word in line.split(" ") if word]


def camel(text):
    text = normalize_unicode(text)
    for step in (normalize_alef_ar, normalize_alef_maksura_ar, normalize_teh_marbuta_ar, dediac_ar):
        text = step(text)
    return text


def pyarabic(text):
    text = araby.strip_tatweel(araby.strip_tashkeel(text))
    text = araby.normalize_alef(araby.normalize_ligature(text))
    return araby.normalize_hamza(araby.normalize_teh(text), method="tasheel")


def lucene(text):
    text = re.sub("[\u0640\u064B-\u0652]", "", text)
    return text.translate({0x622: 0x627, 0x623: 0x627, 0x625: 0x627, 0x649: 0x64A, 0x629: 0x647})


def escaped(text):
    """Code points beyond ASCII and the Arabic block stay readable in a review only as numbers."""
    return "".join(
        c if 0x20 < ord(c) < 0x7F or 0x621 <= ord(c) <= 0x64A or c in "،؛؟" else f"\\u{{{ord(c):X}}}" for c in text)


print(f"# camel-tools {version('camel-tools')}, pyarabic {version('pyarabic')}; made by Tests/Scripts/preset_fixture.py")
print("word\tcamel\tdediac\tpyarabic\tlucene")
for word in words():
    print("\t".join(escaped(form) for form in (word, camel(word), dediac_ar(word), pyarabic(word), lucene(word))))
