/// A real file that an adapter was tried on, as its page lists it.
struct TriedFile {
  static let head = "| file | from | size | read here | counted by |"

  let cells: [String]

  init(_ row: String) {
    cells = row.split(separator: "|").map { String($0.drop { $0 == " " }) }
  }

  /// Whether the file can be found again, and what was read of it was counted by somebody else.
  var isWhole: Bool {
    guard cells.count == 5, cells.allSatisfy({ $0.contains { $0 != " " } }) else { return false }
    let origin = cells[1]
    return origin.contains(/commit [0-9a-f]{7}/) || origin.contains("PyPI")
      || origin.hasPrefix("the same") || origin.hasPrefix("[export]")
  }
}
