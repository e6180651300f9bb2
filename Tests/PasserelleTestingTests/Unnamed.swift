import PasserelleKit

/// An adapter whose manifest is wrong in four ways.
struct Unnamed: Adapter {
  static let manifest = AdapterManifest(
    id: "un-named", version: "", summary: "two\nlines", licence: "Apache-2.0", author: "tests",
    dialects: [AdapterManifest.Dialect(name: "Some dialect", filePatterns: ["*.x"])])

  func identify(_ source: Source) -> Int { 0 }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {}
}
