import Foundation
import Testing

/// The documentation of the SDK shows what is there.
struct GuideTests {
  private static let pages = [
    "Documentation/WritingAnAdapter.md",
    "Sources/PasserelleTesting/PasserelleTesting.docc/PasserelleTesting.md",
  ]

  private static let templates: [String: [String]] = [
    "swift": [
      "Swift/Sources/NewAdapter/NewAdapter.swift", "Swift/Sources/NewAdapter/ListHead.swift",
      "Swift/Tests/NewAdapterTests/NewAdapterTests.swift",
    ],
    "c": ["C/NewAdapter.c"],
    "csv": ["Swift/Samples/levels.csv"],
  ]

  @Test(arguments: ["swift", "c", "csv"])
  func everyListingIsAPartOfATemplate(language: String) throws {
    let templates = try Self.templates[language, default: []].map { path in
      try Guide("Templates/Adapter/\(path)").text
        .replacing("NewAdapter", with: "Norway").replacing("new-adapter", with: "norway")
    }
    let listings = try Self.pages.flatMap { try Guide($0).blocks(of: language) }

    #expect(!listings.isEmpty)
    for listing in listings {
      let isThere = templates.contains { Self.unindented($0).contains(Self.unindented(listing)) }
      #expect(isThere, "\(listing)")
    }
  }

  @Test func theListingOfTheSwiftLibraryIsTheWholeProgram() throws {
    let program = try Guide("Documentation/Examples/Ask/main.swift").text

    #expect(
      try Guide("Documentation/SwiftLibrary.md").blocks(of: "swift").map { $0 + "\n" } == [program])
  }

  @Test func everyRuleOfTheKitIsExplained() throws {
    let rules = try Guide("Sources/PasserelleTesting/Conformance/ConformanceRule.swift").text
    let list = try #require(rules.firstMatch(of: /(?s)let all: \[ConformanceRule\] = \[(.*?)\]/)).1
    let names = list.matches(of: /\.(\w+)/).map { String($0.1) }
    let explained = try Guide().text.matches(of: /\n\| `(\w+)` \|/).map { String($0.1) }

    #expect(!names.isEmpty)
    #expect(explained == names)
  }

  @Test func everyAdapterIsInTheIndexOfPages() throws {
    let folder = Guide.root.appending(path: "Documentation/Adapters").path
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0 != "README.md" }.sorted()
    let index = try Guide("Documentation/Adapters/README.md").text
    let linked = index.matches(of: /\n\| \[\w+\]\((\w+\.md)\)/).map { String($0.1) }

    #expect(linked == pages)
  }

  private static func unindented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.drop { $0 == " " } }.joined(separator: "\n")
  }
}
