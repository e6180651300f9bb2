import Foundation
import Testing

/// The guide shows what is there.
struct GuideTests {
  private let guide = try? Guide()

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
    let guide = try #require(guide)
    let files = try Self.templates[language, default: []].map { path in
      try String(
        contentsOf: Guide.root.appending(path: "Templates/Adapter/\(path)"), encoding: .utf8
      ).replacing("NewAdapter", with: "Norway").replacing("new-adapter", with: "norway")
    }
    let listings = guide.blocks(of: language)

    #expect(!listings.isEmpty)
    for listing in listings {
      #expect(files.contains { $0.contains(listing) }, "\(listing)")
    }
  }

  @Test func everyRuleOfTheKitIsExplained() throws {
    let rules = try String(
      contentsOf: Guide.root.appending(
        path: "Sources/PasserelleTesting/Conformance/ConformanceRule.swift"), encoding: .utf8)
    let list = try #require(rules.firstMatch(of: /(?s)let all: \[ConformanceRule\] = \[(.*?)\]/)).1
    let names = list.matches(of: /\.(\w+)/).map { String($0.1) }
    let explained = try #require(guide).text.matches(of: /\n\| `(\w+)` \|/).map { String($0.1) }

    #expect(!names.isEmpty)
    #expect(explained == names)
  }
}
