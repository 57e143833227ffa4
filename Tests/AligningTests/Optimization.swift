/// Whether the tests were built with optimisation.
#if DEBUG
  let isOptimized = false
#else
  let isOptimized = true
#endif
