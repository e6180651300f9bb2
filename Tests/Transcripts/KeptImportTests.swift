import Foundation
import Testing

/// What the command line says, and how it ends, when its report or its output cannot be written.
struct KeptImportTests {
  private static let descriptor = """
    passerelle: 1
    framework: {id: xx-nqf, kind: qualifications-framework, title: {en: X}, source: act}
    sources: {act: {title: An act}}
    levels: [{code: "1", title: {en: Level 1}, referencedTo: {to: "eqf:1"}}]
    """

  @Test(arguments: [">/dev/full", ">&-"])
  func anImportThatIsKeptNeverPassesForAFailure(output: String) throws {
    let place = try Place()
    try place.write(Self.descriptor, to: "x.yaml")
    let call = try shell("import x.yaml \(output)", in: place)

    #expect(call.status == 0)
    #expect(call.output.contains("it is done and kept"))
    #expect(try place.run("list xx-nqf").output.contains("Level 1"))
  }

  @Test func aConversionDoesNotReplaceWhatItReads() throws {
    let place = try Place()
    try place.write(Self.descriptor, to: "x.yaml")
    let call = try place.run("convert x.yaml --to yaml --output x.yaml")

    #expect(call.status == 2)
    #expect(call.errors.contains("'x.yaml' is what is read here"))
    #expect(try place.read("x.yaml") == Self.descriptor)
  }

  @Test func theStoreIsNotReplacedByWhatIsMadeOfIt() throws {
    let place = try Place()
    let store = place.data.path + "/graph.db"
    #expect(try place.run("export eqf --to yaml --output \(store)").status == 2)
    #expect(try place.run("export eqf --to html --output \(store)").status == 2)
    #expect(try place.run("list eqf").status == 0)
  }

  @Test func aNameThatIsNotUTF8IsSaidToBeOne() throws {
    let place = try Place()
    let call = try shell("check \"$(printf 'b\\377d.yaml')\"", in: place)
    #expect(call.status == 2)
    #expect(call.output.contains("is not UTF-8"))
  }

  @Test func aLimitOnTheSizeOfFilesIsAnErrorWithWords() throws {
    let place = try Place()
    try place.write(Self.descriptor, to: "x.yaml")
    let call = try shell("import x.yaml", after: "ulimit -f 8", in: place)
    #expect(call.status == 4)
    #expect(call.output.hasPrefix("passerelle: "))
    #expect(try place.run("list eqf").status == 0)
  }

  private func shell(
    _ call: String, after preparation: String = ":", in place: borrowing Place
  ) throws -> (status: Int32, output: String) {
    let running = try place.start(
      ["-c", "\(preparation); '\(Place.program)' \(call)"], program: "/bin/bash")
    running.process.waitUntilExit()
    return (
      running.process.terminationStatus,
      String(decoding: try Data(contentsOf: running.log), as: UTF8.self)
    )
  }
}
