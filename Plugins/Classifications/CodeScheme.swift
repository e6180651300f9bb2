import PasserelleKit

/// How the codes of one column show the hierarchy: each length is a tier, and a code belongs below
/// the longest one that it begins with.
struct CodeScheme {
  /// The tiers, widest first, each with the length of its codes.
  let tiers: [(name: String, length: Int?)]
  /// What fills the codes of wider tiers up to the full length: the zeros of `11-1000`.
  private let fill: Character?

  init?(_ head: SourceNode, graph: GraphWriter) throws(Diagnostic) {
    guard let list = head.child("tiers") else { return nil }
    tiers = try (list.kind == .sequence ? list.children : [list]).map { node throws(Diagnostic) in
      guard node.kind == .mapping else { return (try node.scalar(), nil) }
      try node.checkKeys(["name", "length"], to: graph)
      let length = try node.require("length")
      guard let number = Int(try length.scalar()), (1...64).contains(number) else {
        throw .error(
          .badLength, at: length.position, "'\(length.text.prefix(20).printable)' is not a length",
          hint: "write how many characters the codes of this tier have")
      }
      return (try node.require("name").scalar(), number)
    }
    fill = try head.text("fill")?.first
  }

  private var hasLengths: Bool { tiers.contains { $0.length != nil } }

  /// The code without what fills it up.
  private func stem(of code: String) -> Substring {
    guard let fill else { return code[...] }
    let end = code.lastIndex { $0 != fill }
    // A tier's own last digit may be the filling: the tier that the rest is too short for has it.
    let bare = end.map { code[...$0] } ?? code.prefix(1)
    let length = tiers.compactMap(\.length).first { $0 >= bare.count } ?? bare.count
    return code.prefix(length)
  }

  /// Whether codes of this length are of a tier; of any, where the tiers have no lengths.
  func has(_ code: String) -> Bool { !hasLengths || tier(of: code) != nil }

  /// The tier of a code, by its length.
  func tier(of code: String) -> String? {
    let length = stem(of: code).count
    return tiers.first { $0.length == length }?.name
  }

  /// Gives each entry the next wider one that its code shows, where the table has no column for it.
  func placeByCodes(_ entries: inout [ClassificationList.Entry]) {
    guard hasLengths else { return }
    let codes = Dictionary(
      entries.map { (stem(of: $0.place.code), $0.place.code) },
      uniquingKeysWith: { first, _ in first })
    for index in entries.indices where entries[index].place.broader == nil {
      var stem = stem(of: entries[index].place.code)
      while !stem.isEmpty, entries[index].place.broader == nil {
        stem = stem.dropLast()
        entries[index].place.broader = codes[stem]
      }
    }
  }
}
