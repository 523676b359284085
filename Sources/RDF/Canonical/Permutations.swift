/// The distinct orders of a list that may hold a value more than once, from the sorted one on.
///
/// - SeeAlso: The Art of Computer Programming, section 7.2.1.2 (algorithm L).
struct Permutations {
  /// The order reached.
  private(set) var current: [Int]

  init(_ values: [Int]) {
    current = values.sorted()
  }

  /// Goes to the next order and says whether there is one.
  mutating func advance() -> Bool {
    guard var pivot = current.indices.dropLast().last else { return false }
    while current[pivot] >= current[pivot + 1] {
      if pivot == 0 { return false }
      pivot -= 1
    }
    var larger = current.count - 1
    while current[pivot] >= current[larger] { larger -= 1 }
    current.swapAt(pivot, larger)
    current[(pivot + 1)...].reverse()
    return true
  }
}
