/// What would carry an assessment further, and is not there.
package enum MissingEvidence: String, Message {
  case original = "missing.original"
  case document = "missing.document"
  case date = "missing.date"
  case workload = "missing.workload"
  case curriculum = "missing.curriculum"
  case body = "missing.body"
  case level = "missing.level"
  case proofOfWork = "missing.proof-of-work"
  case target = "missing.target"
}
