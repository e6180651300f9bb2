internal import PasserelleModel

/// An object of CASE: its members in order, each with its value in JSON.
package struct CASEObject: Sendable {
  /// The members.
  package private(set) var members: [(name: String, json: String)]

  /// An object of texts, without those that are empty, and of other members.
  init(_ fields: [(String, String)], and members: [(name: String, json: String)] = []) {
    self.members =
      fields.filter { !$0.1.isEmpty }.map { (name: $0.0, json: $0.1.jsonQuoted) } + members
  }

  /// A reference to something.
  static func reference(_ title: String, _ identifier: String, _ uri: String) -> CASEObject {
    CASEObject([("title", title), ("identifier", identifier), ("uri", uri)])
  }

  /// The value of a member, in JSON.
  package subscript(name: String) -> String? { members.first { $0.name == name }?.json }

  /// The object with nothing but some of its members.
  package func keeping(_ isKept: (String) -> Bool) -> CASEObject {
    var object = self
    object.members = members.filter { isKept($0.name) }
    return object
  }

  /// The object with a member that it has not.
  func adding(_ name: String, _ json: String?) -> CASEObject {
    guard let json, self[name] == nil else { return self }
    var object = self
    object.members.append((name, json))
    return object
  }

  /// The object with a member, whatever it had.
  func replacing(_ name: String, _ json: String) -> CASEObject {
    keeping { $0 != name }.adding(name, json)
  }

  /// The object without what only stands in it on its own: in a package, all belongs to its document.
  package var inPackage: CASEObject { keeping { $0 != "CFDocumentURI" && $0 != "CFPackageURI" } }

  /// The object in JSON, on one line.
  package var text: String {
    "{" + members.map { "\($0.name.jsonQuoted): \($0.json)" }.joined(separator: ", ") + "}"
  }
}

extension [CASEObject] {
  /// The objects as a list in JSON.
  package var list: String { "[" + map(\.text).joined(separator: ",\n") + "]" }
}
