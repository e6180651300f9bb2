internal import Foundation
package import Passerelle
internal import PasserelleModel

/// The report of a check in the form that code review tools read (SARIF 2.1.0, OASIS).
package struct SARIFLog: Encodable {
  let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version, runs
  }

  package init(_ report: Importer.Report) {
    runs = [Run(report)]
  }

  struct Run: Encodable {
    let tool: Tool
    /// Our columns count code points.
    let columnKind = "unicodeCodePoints"
    let invocations: [Invocation]
    let results: [Result]

    init(_ report: Importer.Report) {
      let ids = Set(report.diagnostics.map(\.id.rawValue)).sorted()
      var lines = SourceLines()
      tool = Tool(driver: Driver(rules: ids.map(Rule.init)))
      invocations = [Invocation(report)]
      results = report.diagnostics.map { problem in
        Result(problem, rule: ids.firstIndex(of: problem.id.rawValue) ?? 0, lines: &lines)
      }
    }
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name = "passerelle"
    let version = Program.version
    let rules: [Rule]
  }

  struct Rule: Encodable {
    let id: String
    let shortDescription: Message
    let help: Message?

    init(_ id: String) {
      let entry = DiagnosticCatalogue.entry(Diagnostic.ID(rawValue: id))
      self.id = id
      shortDescription = Message(text: entry?.meaning ?? id.replacing("-", with: " "))
      help = entry.map { Message(text: $0.advice) }
    }
  }

  struct Message: Encodable {
    let text: String
  }

  struct Invocation: Encodable {
    let executionSuccessful = true
    let toolExecutionNotifications: [Notification]

    init(_ report: Importer.Report) {
      toolExecutionNotifications = report.failures.map {
        Notification(level: "warning", message: Message(text: "\($0)".printableLines))
      }
    }
  }

  struct Notification: Encodable {
    let level: String
    let message: Message
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]

    init(_ problem: Diagnostic, rule: Int, lines: inout SourceLines) {
      ruleId = problem.id.rawValue
      ruleIndex = rule
      level = problem.severity.rawValue
      let hint = problem.hint.map { " (\($0))" } ?? ""
      // SARIF has no place in a workbook.
      let cell = problem.position.sheet.map { sheet in
        problem.position.cell.map { "\(sheet)!\($0): " } ?? "\(sheet): "
      }
      message = Message(text: "\(cell ?? "")\(problem.summary)\(hint)".printable)
      locations = [
        Location(
          physicalLocation: PhysicalLocation(
            artifactLocation: Artifact(path: problem.position.file),
            region: Region(problem.position, lines: &lines)))
      ]
    }
  }

  struct Location: Encodable {
    let physicalLocation: PhysicalLocation
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: Artifact
    let region: Region?
  }

  struct Artifact: Encodable {
    let uri: String

    /// A path as a URI: relative to where the check ran, or absolute.
    init(path: String) {
      let encoded = path.addingPercentEncoding(withAllowedCharacters: Self.allowed) ?? path
      uri = path.hasPrefix("/") ? "file://\(encoded)" : encoded
    }

    private static let allowed = CharacterSet.urlPathAllowed.subtracting([":", ";"])
  }

  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endColumn: Int

    /// Nothing for a file as a whole.
    init?(_ place: SourcePosition, lines: inout SourceLines) {
      guard place.line > 0, place.sheet == nil else { return nil }
      startLine = place.line
      startColumn = max(place.column, 1)
      endColumn = lines.line(at: place)?.span.upperBound ?? startColumn + 1
    }
  }
}
