// The score of a token given `count` tokens whose ratios sum to `sum`.
INLINE f8 split_score(f8 sum, float count, f8 nullProbability) {
  f8 ratio = sum > 0.0f ? sum : (f8)(0.0f);
  return logarithm(nullProbability + (1.0f - nullProbability) * (1.0f + ratio) / (count + 1.0f));
}

void LOOP(ckernel_splits)(const ckernel_splits *splits, float *scores, ptrdiff_t scored_stride, ptrdiff_t given_stride) {
  const ptrdiff_t scored = splits->scored_count, given = splits->given_count, width = splits->width;
  float *all = splits->space, *before = all + width, *left = before + width, *right = left + width;
  memset(all, 0, 2 * width * sizeof(float));
  for (ptrdiff_t token = 0; token < given; token++)
    for (ptrdiff_t place = 0; place < width; place += 8)
      store(all + place, load(all + place) + load(splits->ratios + token * width + place));
  for (ptrdiff_t passed = 0; passed <= given; passed++) {
    const float *row = splits->ratios + (passed - 1) * width;
    for (ptrdiff_t place = 0; place < width; place += 8) {
      if (passed > 0) store(before + place, load(before + place) + load(row + place));
      const f8 sum = load(before + place), nullProbability = load(splits->nullProbability + place);
      store(left + place, split_score(sum, (float)passed, nullProbability));
      store(right + place, split_score(load(all + place) - sum, (float)(given - passed), nullProbability));
    }
    float sum = 0;
    for (ptrdiff_t token = 0; token < scored; token++) sum += right[token];
    float *to = scores + passed * given_stride;
    *to += sum;
    for (ptrdiff_t token = 0; token < scored; token++) {
      sum += left[token] - right[token];
      to += scored_stride;
      *to += sum;
    }
  }
}
