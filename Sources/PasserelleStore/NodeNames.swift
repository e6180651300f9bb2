internal import GRDB
internal import PasserelleModel

/// The names of nodes, most of which are asked for many times: the skill that a thousand occupations need.
final class NodeNames {
  private let reader: RowReader
  private var known: [Int64: Identifier] = [:]
  private var frameworks: [String: FrameworkName] = [:]
  /// A register of a million records must not fill the memory.
  private static let mostKnown = 1 << 16

  init(_ db: Database) throws {
    reader = try RowReader(db, "SELECT framework, code FROM node WHERE id = ?")
  }

  /// The name of a node; `nil` if there is none, or it is not proper.
  func name(of node: Int64) throws -> Identifier? {
    if let known = known[node] { return known }
    reader.ask(node)
    guard try reader.next() else { return nil }
    let name = identifier(reader, framework: 0, code: 1)
    _ = try reader.next()
    if known.count == Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[node] = name
    return name
  }

  /// The name that two columns of a row make.
  func identifier(_ row: RowReader, framework: Int32, code: Int32) -> Identifier? {
    guard let framework = self.framework(row.text(framework)) else { return nil }
    let code = row.text(code)
    return Identifier(framework, code.isEmpty ? nil : Code(code))
  }

  private func framework(_ text: String) -> FrameworkName? {
    if let known = frameworks[text] { return known }
    let name = FrameworkName(text)
    if frameworks.count == Self.mostKnown { frameworks.removeAll() }
    frameworks[text] = name
    return name
  }
}
