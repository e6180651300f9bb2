internal import PasserelleModel

/// What the host asks a worker for, one at a time.
///
/// A command is its kind, the number of its bytes and of its files; the bytes; and the files.
enum WorkerCommand: UInt32 {
  /// To confine itself, and then to load modules. The files are those.
  case load = 1
  /// To ask adapters how sure they are. The files are the parts of the source.
  case identify
  /// To let an adapter read. The files are the parts of the source.
  case read
  /// To hand over the files of a container. The files are the container, and its map if it has one.
  case unpack

  static let headSize = 12
}

/// What a worker answers with.
///
/// A command is answered when `done` has come.
enum WorkerRecord: UInt32 {
  /// What the kernel keeps from the worker.
  case confined = 1
  /// Which module is about to run: if nothing else comes, that is the culprit.
  case calling
  case loaded, failed
  /// How sure an adapter is.
  case sureness
  case statement, brokenStatement, diagnostic
  case done
  /// A file of a container begins; more of it; what is told of the container.
  case file, bytes, remark
}

/// What stands before the records that a worker writes at once.
///
/// The secret is drawn by the host for each worker: what a module writes to the descriptor does not
/// pass for an answer.
struct ChunkHead {
  var secret: UInt64
  /// How many chunks there were before.
  var sequence: UInt32
  /// How many bytes of records follow.
  var count: UInt32

  static let size = 16
}

extension MessageWriter {
  mutating func put(_ kind: WorkerRecord) { put(kind.rawValue) }

  mutating func put(_ manifest: AdapterManifest) {
    for text in [
      manifest.id, manifest.version, manifest.summary, manifest.licence, manifest.author,
    ] {
      put(text)
    }
    put(manifest.readsTogether ? 1 : 0)
    put(manifest.dialects.count)
    for dialect in manifest.dialects {
      put(dialect.name)
      for list in [dialect.mediaTypes, dialect.filePatterns, dialect.roots] { put(list) }
    }
  }

  /// The reasons that loading itself can give; the others are found before.
  mutating func put(_ reason: AdapterLoadError.Reason) {
    let (kind, text, numbers): (Int, String, [UInt32]) =
      switch reason {
      case .missingEntryPoint(let symbol): (1, symbol, [])
      case .otherABI(let found, let expected): (2, "", [found, expected])
      case .malformed(let what): (3, what, [])
      case .otherName(let name): (4, name, [])
      case .unconfined(let lacking): (5, lacking, [])
      case .unloadable(let why): (0, why, [])
      default: (0, "\(reason)", [])
      }
    put(kind)
    put(text)
    for number in numbers { put(number) }
  }
}

extension MessageReader {
  mutating func manifest() throws(Broken) -> AdapterManifest {
    let texts = [try text(), try text(), try text(), try text(), try text()]
    let readsTogether = try number() != 0
    var dialects: [AdapterManifest.Dialect] = []
    for _ in 0..<(try number()) {
      dialects.append(
        AdapterManifest.Dialect(
          name: try text(), mediaTypes: try self.texts(), filePatterns: try self.texts(),
          roots: try self.texts()))
    }
    return AdapterManifest(
      id: texts[0], version: texts[1], summary: texts[2], licence: texts[3], author: texts[4],
      dialects: dialects, readsTogether: readsTogether)
  }

  mutating func reason() throws(Broken) -> AdapterLoadError.Reason {
    let (kind, text) = (try number(), try text())
    return switch kind {
    case 1: .missingEntryPoint(text)
    case 2: .otherABI(found: try value(UInt32.self), expected: try value(UInt32.self))
    case 3: .malformed(text)
    case 4: .otherName(text)
    case 5: .unconfined(lacking: text)
    default: .unloadable(text)
    }
  }
}
