/// Objects of CASE, in JSON.
enum CASEObject {
  /// An object of texts, without those that are empty, and of other members.
  static func text(
    _ fields: [(String, String)], and members: [(name: String, json: String)] = []
  ) -> String {
    let all = fields.filter { !$0.1.isEmpty }.map { ($0.0, $0.1.jsonQuoted) } + members
    return "{" + all.map { "\($0.0.jsonQuoted): \($0.1)" }.joined(separator: ", ") + "}"
  }

  /// A reference to something.
  static func reference(_ title: String, _ identifier: String, _ uri: String) -> String {
    text([("title", title), ("identifier", identifier), ("uri", uri)])
  }
}
