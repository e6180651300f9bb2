import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// What the checks say of the bundled frameworks.
struct FrameworkDataTests {
  @Test func theBundledFrameworksHaveNothingToReport() throws {
    let (report, files) = try check()

    #expect(report.diagnostics == [])
    #expect(report.readers.count == files - report.leftOut.count)
    #expect(report.leftOut.map { $0.split(separator: "/").last ?? "" } == ["README.md"])
  }

  /// Each warning over the bundled frameworks was looked at: what is listed is what they do not say.
  @Test func theBundledFrameworksAreQuestionedWhereTheyAreOpen() throws {
    let (report, _) = try check(on: "2026-11-26")
    let found = report.diagnostics.map { problem in
      let file = problem.position.file.split(separator: "/").last ?? ""
      return "\(file.prefix { $0 != "." }) \(problem.id)"
    }

    #expect(
      found.sorted() == [
        "ao-qnq level-gap", "bw-ncqf nothing-referenced", "cl-mctp unverified-framework",
        "et-ntqf nothing-referenced", "mm-nssa nothing-referenced", "om-oqf level-gap",
        "om-oqf level-gap", "om-oqf level-gap", "pk-nvqf nothing-referenced",
        "sc-nqf level-gap",
      ])
  }

  private func check(on day: Day? = nil) throws -> (report: Importer.Report, files: Int) {
    let place = try Place()
    defer { place.remove() }
    let files = try SourceFile.files(at: BuiltLibrary.frameworks)
    return (try place.library().checking(files, on: day), files.count)
  }
}
