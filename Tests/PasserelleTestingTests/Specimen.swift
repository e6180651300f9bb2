import PasserelleKit
import PasserelleTesting

/// An adapter for lines of a code and a title, which keeps all rules, or breaks one on purpose.
struct Specimen: Adapter {
  /// A mistake that an author of adapters may make.
  enum Flaw: String, CaseIterable {
    case claimsEverything, claimsNothing, claimsMoreThanAll, identifiesByReadingAll
    case failsOnItsSample, keepsCount, takesOnePieceForAll, inventsPlaces, pointsToTheFirstLine
    case namesNoSource, statesItsSourceLast, readsWithoutEnd, goesOn
    case inventsPlacesWhenCut, losesItsSourceWhenCut
  }

  static let manifest = AdapterManifest(
    id: "Specimen", version: "1.0.0", summary: "lines of codes and titles", licence: "Apache-2.0",
    author: "tests",
    dialects: [AdapterManifest.Dialect(name: "specimen", filePatterns: ["*.specimen"])])

  static let sample = Sample(
    "specimen\n1 First level\n2 Second level\n3 Third level\n", named: "a.specimen")

  var flaw: Flaw?
  /// What a flawed adapter remembers of earlier reads.
  private let memory = Memory()

  init(_ flaw: Flaw? = nil) {
    self.flaw = flaw
  }

  func identify(_ source: Source) -> Int {
    if flaw == .claimsEverything { return 50 }
    if flaw == .identifiesByReadingAll { _ = try? source.main.head(1 << 20) }
    guard let head = try? source.main.head(9), head == Array("specimen\n".utf8) else { return 0 }
    return flaw == .claimsNothing ? 0 : flaw == .claimsMoreThanAll ? 101 : 90
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let part = source.main
    let lines = try text(of: part).split(separator: "\n").map(String.init)
    guard lines.first == "specimen", flaw != .failsOnItsSample else {
      throw .error("not-a-specimen", at: part.position, "this is no specimen")
    }
    let name = FrameworkName(series: "specimen")
    let document = Document(key: "file", title: part.name)
    let framework = Framework(
      name: name, kind: .qualificationsFramework, title: .english("Specimen"))
    try graph.add(.framework(framework), at: part.position)
    let isCut = lines.count < 4
    if flaw != .statesItsSourceLast, !(flaw == .losesItsSourceWhenCut && isCut) {
      try graph.add(.document(document), at: part.position)
    }
    for (index, line) in lines.enumerated().dropFirst() {
      guard let space = line.firstIndex(of: " "), let code = Code(String(line[..<space])) else {
        continue
      }
      let title = String(line[space...]).trimmed
      var concept = Concept(id: Identifier(name, code), kind: .level, title: .english(title))
      concept.source = flaw == .namesNoSource ? nil : "file"
      if flaw == .keepsCount { concept.tier = "read \(memory.next())" }
      let position = place(ofLine: index, in: part, isCut: isCut)
      if flaw == .goesOn {
        try? graph.add(.concept(concept), at: position)
      } else {
        try graph.add(.concept(concept), at: position)
      }
    }
    if flaw == .statesItsSourceLast { try graph.add(.document(document), at: part.position) }
  }

  private func place(ofLine index: Int, in part: SourcePart, isCut: Bool) -> SourcePosition {
    let line =
      switch flaw {
      case .inventsPlaces: index + 100
      case .inventsPlacesWhenCut where isCut: index + 100
      case .pointsToTheFirstLine: 1
      default: index + 1
      }
    return SourcePosition(file: part.name, part: part.index, line: line, column: 1)
  }

  private func text(of part: SourcePart) throws(Diagnostic) -> String {
    if flaw == .takesOnePieceForAll {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: 4_096) { buffer, filled in
        count = part.read(at: 0, into: UnsafeMutableRawBufferPointer(buffer))
        filled = count
      }
      return String(decoding: bytes, as: UTF8.self)
    }
    let limit = flaw == .readsWithoutEnd ? 64 << 20 : part.limits.documentBytes
    return String(decoding: try part.head(limit), as: UTF8.self)
  }
}
