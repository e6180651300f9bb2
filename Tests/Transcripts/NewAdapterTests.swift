import Foundation
import Testing

/// Adapters that are begun outside the tree, built, found and used, as the guide has it.
///
/// Packages of Swift take a minute to build: `make sdk` does so.
struct NewAdapterTests {
  @Test func anAdapterInCIsBuiltFoundAndUsed() throws {
    let result = try Place().shell(try Guide().blocks(of: "sh", under: "In C"))

    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("imported 9 statements"))
    #expect(result.output.contains("same reference level, EQF 4"))
  }

  @Test(.enabled(if: Place.otherPrograms != nil, "'make sdk' builds packages of Swift"))
  func anAdapterInSwiftIsBuiltTestedFoundAndUsed() throws {
    let result = try Place().shell(try Guide().blocks(of: "sh", under: "In Swift"))

    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("Test run with 4 tests in 1 suite passed"))
    #expect(result.output.contains("imported 9 statements"))
    #expect(result.output.contains("same reference level, EQF 4"))
  }

  @Test(.enabled(if: Place.otherPrograms != nil, "'make sdk' builds packages of Swift"))
  func whatIsShippedIsFoundInTheDataFolder() throws {
    let guide = try Guide()
    let result = try Place().shell(
      ["passerelle new adapter Norway", "cd Norway"] + guide.blocks(of: "sh", under: "Ship it"),
      scratch: "release")

    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("home/passerelle/adapters/libNorway.so"))
  }

  @Test(arguments: ["swift", "c"])
  func theNameTakesThePlaceOfTheTemplates(language: String) throws {
    let place = try Place()
    _ = try place.run("new adapter My_Land --language \(language)")
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: place.folder.appending(path: "My_Land").path)
    let texts = files.compactMap { try? place.read("My_Land/\($0)") }

    #expect(!texts.isEmpty)
    #expect((files + texts).filter { $0.lowercased().contains(/new.?adapter/) } == [])
    #expect(texts.contains { $0.contains("passerelle_adapter_My_Land") })
    #expect(texts.contains { $0.contains("my-land-levels") })
  }

  @Test(arguments: [
    ("norway", "is not the name of an adapter"), ("A/b", "is not the name of an adapter"),
    ("Å", "is not the name of an adapter"), ("ISCO", "is taken"), ("Isco", "is taken"),
    ("Source", "is taken"), ("X --passerelle nowhere", "is neither a checkout"),
    ("X --passerelle https://a.example/\"x", "is neither a checkout"),
    ("X --output taken", "already exists"),
  ])
  func whatCannotBeBegunSaysWhyAndWritesNothing(arguments: String, reason: String) throws {
    let place = try Place()
    try place.write("", to: "taken")
    let result = try place.run("new adapter \(arguments)")

    #expect(result.status == 2)
    #expect(result.errors.contains(reason))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: place.folder.path).sorted()
        == ["errors", "taken"])
  }

  @Test func aPackageMayDependOnAnAddress() throws {
    let place = try Place()
    _ = try place.run("new adapter Norway --passerelle https://git.example.org/a/mirror.git")
    let manifest = try place.read("Norway/Package.swift")

    #expect(
      manifest.contains(#".package(url: "https://git.example.org/a/mirror.git", branch: "main")"#))
    #expect(manifest.contains(#".product(name: "PasserelleKit", package: "mirror")"#))
  }

  /// A type that is named as the adapter's own would hide it in the adapter's module.
  @Test func noAdapterIsNamedAsAPublicTypeOfTheKit() throws {
    let taken = try String(
      contentsOf: Guide.root.appending(path: "Templates/Adapter/taken-names.txt"), encoding: .utf8
    ).split(separator: "\n").map(String.init)
    let declaration = /(?m)^public (?:final )?(?:struct|enum|protocol|class|typealias) (\w+)/
    for module in ["PasserelleModel", "PasserelleKit", "PasserelleTesting"] {
      let folder = Guide.root.appending(path: "Sources/\(module)")
      for file in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      where file.hasSuffix(".swift") {
        let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        for match in text.matches(of: declaration) { #expect(taken.contains(String(match.1))) }
      }
    }
  }
}
