internal import Foundation
internal import PasserelleGraph
internal import PasserelleModel

/// The answer to one row of a batch.
struct BatchAnswer {
  /// The columns that an answer adds to its row.
  static let columns = [
    "finding", "reference framework", "from level", "to level", "from source", "to source",
    "weakest link", "to know",
  ]

  /// The same as keys of JSON.
  private static let keys = [
    "finding", "referenceFramework", "fromLevel", "toLevel", "fromSource", "toSource",
    "weakestLink",
    "toKnow",
  ]

  var cells: [String]

  /// Compares the two concepts of a row.
  init(_ from: BatchSubject, _ to: BatchSubject, for purpose: Purpose?) {
    let judgement = Judgement(of: [from.placed, to.placed], for: purpose)
    let reference = judgement.reference
    var caveats = from.caveats + to.caveats.filter { !from.knows($0) }
    if from.placed.record.id.framework == to.placed.record.id.framework,
      from.placed.levels != to.placed.levels
    {
      caveats.insert("these are two levels of one framework", at: 0)
    }
    for record in judgement.direct {
      caveats.insert(
        "stated between them: \(record.link.from) \(record.link.relation.rawValue) \(record.link.to)",
        at: 0)
    }
    let weakest = judgement.weakest.map { weakest in
      "\(weakest.link.link.from) to \(weakest.link.link.to): \(weakest.reason)"
    }
    cells = [
      judgement.finding.rawValue, reference?.description ?? "", from.levels(in: reference),
      to.levels(in: reference), from.sources(in: reference), to.sources(in: reference),
      weakest ?? "", caveats.joined(separator: " | "),
    ]
  }

  /// What is said of a row that cannot be answered.
  init(problem: String) {
    cells = ["error"] + Array(repeating: "", count: Self.columns.count - 2) + [problem]
  }

  /// The row with its answer, as a record of the form that the batch has.
  func record(after fields: [String], as form: BatchReader.Form) -> String {
    switch form {
    case .csv: (fields + cells).map(OutputTable.field).joined(separator: ",") + "\r\n"
    case .jsonLines:
      "{\"row\":\(fields[0])"
        + zip(Self.keys, cells).map { ",\"\($0)\":\(Self.quoted($1))" }.joined() + "}\n"
    }
  }

  /// A text as JSON has it (RFC 8259).
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
