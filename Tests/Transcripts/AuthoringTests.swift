import Foundation
import Testing

/// What is done at a terminal: files that are begun, and checked while they are written.
struct AuthoringTests {
  @Test func checksAgainWhenAnEditorPutsANewFileInTheOldOnesPlace() throws {
    let place = try Place()
    let file = place.folder.appending(path: "xx-nqf.yaml")
    let sound = """
      passerelle: 1
      framework: {id: xx-nqf, kind: qualifications-framework, title: {en: X}}
      sources: {act: {title: The Act}}
      levels: [{code: "1", title: {en: A}, notReferenced: {to: eqf}}]

      """
    try Data(sound.utf8).write(to: file)
    let check = try place.start(["check", file.path, "--watch"])
    defer { check.process.terminate() }

    #expect(check.waitFor("1 file, nothing to report"))
    // `atomic` writes beside the file and renames, as editors do.
    try Data(sound.replacing("id: xx-nqf", with: "id: xx-nqf, country: UK").utf8)
      .write(to: file, options: .atomic)
    #expect(check.waitFor("[bad-country]"))
    try FileManager.default.removeItem(at: file)
    #expect(check.waitFor("there is no such file"))
    try Data(sound.utf8).write(to: file)
    #expect(check.waitFor("1 file, nothing to report", times: 2))
    #expect(check.waitFor("passerelle: checking at ", times: 4))
    check.process.interrupt()
    check.process.waitUntilExit()
    #expect(check.process.terminationReason == .exit)
    #expect(check.process.terminationStatus == 0)
  }

  @Test func aWatchEndsWithTheExitCodeOfItsLastCheck() throws {
    let place = try Place()
    try place.write("passerelle: 2\n", to: "x.yaml")
    let check = try place.start(["check", "x.yaml", "--watch"])
    defer { check.process.terminate() }

    #expect(check.waitFor("Ctrl-C ends"))
    check.process.interrupt()
    check.process.waitUntilExit()
    #expect(check.process.terminationStatus == 1)
  }

  @Test(arguments: ["yaml", "xml"])
  func whatIsBegunIsSoundAndSaysWhatIsOpen(format: String) throws {
    let place = try Place()
    let begun = try place.run(
      "new framework --country GB-SCT --acronym XQF --title en=Trial --title gd=Deuchainn "
        + "--levels A,1,4+,Entry --format \(format)")
    let check = try place.run("check gb-xqf.\(format) --format json")
    let answer = try JSONDecoder().decode(Report.self, from: Data(check.output.utf8))

    #expect(begun.status == 0 && check.status == 0)
    #expect(answer.problems.map(\.id) == ["nothing-referenced", "unverified-framework"])
    // A framework, a document, four levels.
    #expect(answer.statements == 6)
  }

  private struct Report: Decodable {
    struct Problem: Decodable {
      var id: String
    }

    var problems: [Problem]
    var statements: Int
  }

  @Test func overwritesNothing() throws {
    let place = try Place()
    let call = "new framework --country MT --acronym XQF --title en=Trial --levels 2"
    try place.write("mine", to: "descriptor.schema.json")
    let first = try place.run(call)
    try place.write("my work", to: "mt-xqf.yaml")
    let second = try place.run(call)

    #expect(first.status == 0)
    #expect(second.status == 2)
    #expect(second.errors.contains("'mt-xqf.yaml' already exists, and nothing was written"))
    #expect(try place.read("mt-xqf.yaml") == "my work")
    #expect(try place.read("descriptor.schema.json") == "mine")
  }

  @Test func saysThatTheLibraryHasTheFramework() throws {
    let place = try Place()
    let call = try place.run(
      "new framework --country IE --id ie-nqf --title en=Trial --levels 2")

    #expect(call.errors.contains("the library has 'ie-nqf' already"))
  }

  @Test func aFolderOfDescriptorsMayHoldTheirSchema() throws {
    let place = try Place()
    #expect(try place.run("schema --output .").status == 0)
    _ = try place.run("new framework --country MT --acronym XQF --title en=Trial --levels 2")
    let check = try place.run("check . --format json")

    #expect(!check.output.contains("descriptor.schema.json"))
    #expect(check.status == 0)
  }

  private static let pseudoTerminal = "/usr/bin/script"

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: pseudoTerminal), "no 'script' here"))
  func asksAtATerminalAndAsksAgainWhereAnAnswerDoesNotDo() throws {
    let place = try Place()
    let answers = ["Atlantis", "Malta", "", "TQF", "en=Trial", "", "0", "A,1,2", "eqf", "xml"]
    let call = "'\(Place.program)' new framework"
    let ask = try place.start(
      ["-qec", call, "/dev/null"], program: Self.pseudoTerminal,
      input: answers.map { $0 + "\n" }.joined())
    ask.process.waitUntilExit()

    #expect(ask.process.terminationStatus == 0)
    #expect(ask.waitFor("'Atlantis' is not a country"))
    #expect(ask.waitFor("'0' does not name levels"))
    let text = try place.read("mt-tqf.xml")
    #expect(text.contains("<country>MT</country>"))
    #expect(text.matches(of: /<level code="(.)">/).map { String($0.output.1) } == ["A", "1", "2"])
  }

  @Test func withoutATerminalSaysWhichOptionIsMissing() throws {
    let place = try Place()
    let call = try place.start(["new", "framework", "--country", "MT"], input: "")
    call.process.waitUntilExit()

    #expect(call.process.terminationStatus == 2)
    #expect(call.waitFor("'--title' is required"))
  }
}
