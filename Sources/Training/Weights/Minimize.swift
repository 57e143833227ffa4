/// Limited-memory BFGS (Nocedal and Wright, algorithm 7.5) with backtracking, for smooth convex functions.
/// - Returns: the best point met within the given number of iterations.
package func minimize(
  _ function: ([Double]) -> (value: Double, gradient: [Double]), from start: [Double], iterations: Int,
  report: (Int, Double) -> Void = { _, _ in }
) -> [Double] {
  let memory = 10
  var point = start
  var (value, gradient) = function(point)
  var steps: [(s: [Double], y: [Double], rho: Double)] = []
  /// Iterations in a row that gained hardly anything.
  var idle = 0
  for iteration in 0..<iterations {
    var direction = gradient
    var alphas: [Double] = []
    for step in steps.reversed() {
      let alpha = step.rho * product(step.s, direction)
      alphas.append(alpha)
      for index in direction.indices { direction[index] -= alpha * step.y[index] }
    }
    let scale =
      steps.last.map { 1 / ($0.rho * product($0.y, $0.y)) } ?? 1 / max(1, product(gradient, gradient).squareRoot())
    for index in direction.indices { direction[index] *= scale }
    for (step, alpha) in zip(steps, alphas.reversed()) {
      let beta = step.rho * product(step.y, direction)
      for index in direction.indices { direction[index] += (alpha - beta) * step.s[index] }
    }
    let slope = -product(gradient, direction)
    if slope >= -1e-9 { break }
    var rate = 1.0
    var next = point
    var result = (value: value, gradient: gradient)
    while true {
      for index in point.indices { next[index] = point[index] - rate * direction[index] }
      result = function(next)
      if result.value <= value + 1e-4 * rate * slope || rate < 1e-6 { break }
      rate *= 0.5
    }
    if !(result.value < value) {
      // The directions remembered lead nowhere, as on the way of a function that is not convex: start anew.
      if steps.isEmpty { break }
      steps = []
      continue
    }
    let s = zip(next, point).map { $0 - $1 }
    let y = zip(result.gradient, gradient).map { $0 - $1 }
    let curvature = product(s, y)
    if curvature > 1e-10 {
      steps.append((s, y, 1 / curvature))
      if steps.count > memory { steps.removeFirst() }
    }
    let improvement = value - result.value
    (point, value, gradient) = (next, result.value, result.gradient)
    report(iteration, value)
    idle = improvement < 1e-5 * max(1, abs(value)) ? idle + 1 : 0
    if idle == 5 { break }
  }
  return point
}

private func product(_ a: [Double], _ b: [Double]) -> Double {
  var sum = 0.0
  for index in a.indices { sum += a[index] * b[index] }
  return sum
}
