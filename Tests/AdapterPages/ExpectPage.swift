internal import Foundation
public import PasserelleKit
internal import PasserelleTesting
public import Testing

/// Expects that the page of an adapter has the sections of all such pages, that it says what the adapter
/// was tried on, that its sample is read without an error, and that its table is true.
///
/// With `UPDATE_PAGES=1` the table is written anew: read the difference before you commit it.
///
/// - Parameters:
///   - adapter: The adapter.
///   - sourceLocation: Where a failure is shown.
/// - Throws: The error of the system where the page is missing.
public func expectPage<A: Adapter>(
  of adapter: A, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let page = try AdapterPage(of: A.manifest.id)
  let usual = [
    "Dialect", "Versions", "Read", "Ignored", "Lost", "What is said of a file", "Tried on",
    "Sample",
  ]
  #expect(page.headings == usual, sourceLocation: sourceLocation)
  #expect(page.section("Versions").contains { $0.isLetter }, sourceLocation: sourceLocation)
  let files = page.triedFiles
  #expect(
    files.isEmpty == page.saysWhyNothingWasTried, "\(page.section("Tried on"))",
    sourceLocation: sourceLocation)
  for file in files {
    #expect(file.isWhole, "\(file.cells)", sourceLocation: sourceLocation)
  }

  let sample = page.sample
  try #require(!sample.files.isEmpty, "the page has no sample", sourceLocation: sourceLocation)
  expectConformance(
    of: adapter, on: sample, to: [.recognisesItsSample, .readsItsSample, .restsOnEvidence],
    sourceLocation: sourceLocation)

  let reading = Reading(of: sample.source, with: adapter)
  let updated = try #require(
    page.updated(A.manifest, reading), "the page has no place for the table",
    sourceLocation: sourceLocation)
  if ProcessInfo.processInfo.environment["UPDATE_PAGES"] != nil {
    try Data(updated.utf8).write(to: page.file)
  }
  #expect(updated == page.text, sourceLocation: sourceLocation)
}
