/// Numbers given to blank nodes in order of first request.
///
/// - SeeAlso: RDF Dataset Canonicalization, section 4.5 (Issue Identifier Algorithm).
struct BlankNodeIssuer {
  /// The nodes that have a number, in its order.
  private(set) var issued: [Int] = []
  private var numbers: [Int: Int] = [:]

  /// The number of a node, or nil where none was issued.
  func number(of node: Int) -> Int? { numbers[node] }

  /// The number of a node, issued now where it has none.
  @discardableResult
  mutating func issue(_ node: Int) -> Int {
    if let number = numbers[node] { return number }
    let number = issued.count
    numbers[node] = number
    issued.append(node)
    return number
  }
}
