internal import GRDB

/// Why a store cannot be used.
package enum StoreError: Error, CustomStringConvertible {
  case missing(String)
  case notAStore(String)
  case tooNew(String, Int)
  /// It was made by an older Passerelle, and may not be written.
  case tooOld(String, Int)
  case readOnly(String)
  case damaged(String)
  case outOfTime
  case interrupted
  case busy(String)
  /// The machine is at fault, and not the store.
  case fault(String, StoreFault)
  case database(String, String)

  init(_ error: DatabaseError, path: String) {
    switch error.resultCode {
    case .SQLITE_NOTADB: self = .notAStore(path)
    case .SQLITE_BUSY: self = .busy(path)
    case .SQLITE_READONLY: self = .readOnly(path)
    case .SQLITE_CORRUPT: self = .damaged(path)
    default:
      if error.extendedResultCode == .SQLITE_IOERR_DATA {
        self = .damaged(path)
        return
      }
      if let fault = StoreFault(error.extendedResultCode, at: path) {
        self = .fault(path, fault)
        return
      }
      self = .database(path, error.message ?? "error \(error.resultCode.rawValue)")
    }
  }

  package var description: String {
    switch self {
    case .missing(let path):
      "there is no store '\(path)'; 'passerelle snapshot FILE' makes one"
    case .outOfTime: "the question takes longer than it may"
    case .notAStore(let path):
      "'\(path)' is not a Passerelle store; if it is in the place of yours, move it away, and it will be rebuilt"
    case .tooNew(let path, let version):
      "'\(path)' was made by a newer Passerelle (store version \(version), this one knows "
        + "\(Schema.version)); use that one, or move the file away"
    case .tooOld(let path, let version):
      "'\(path)' was made by an older Passerelle (store version \(version), this one needs "
        + "\(Schema.version)), and is only read here; 'passerelle stats' brings your own store up to date, "
        + "'passerelle snapshot' makes a new copy"
    case .readOnly(let path):
      "the store '\(path)' may only be read, and nothing was changed; name one that you may write with "
        + "'--store' or PASSERELLE_DATA"
    case .damaged(let path):
      "'\(path)' is damaged, and no answer is made of it; if it is yours, 'passerelle rebuild' sets it aside, "
        + "builds what comes with the program anew, and reads again what you had imported; 'passerelle restore "
        + "FILE' takes that from a backup"
    case .interrupted:
      "the store was closed in the middle of a transaction"
    case .busy(let path):
      "another program has been writing to the store '\(path)' for \(Int(CompetenceStore.patience)) "
        + "seconds; try again when it has finished"
    case .fault(let path, let fault): "the store '\(path)' cannot be used: \(fault.words)"
    case .database(let path, let message):
      "the store '\(path)' cannot be used: \(message)"
    }
  }
}
