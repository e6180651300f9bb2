internal import Foundation

/// A private key in a file that its owner alone may read.
package enum KeyFile {
  /// Writes a new key.
  ///
  /// - Throws: `KeyFileError` if the file is there already, or cannot be written.
  package static func write(_ key: SigningKey, to path: String) throws(KeyFileError) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw errno == EEXIST ? .exists(path) : .notWritten(path) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(key.pem.utf8))
      try handle.synchronize()
    } catch {
      unlink(path)
      throw .notWritten(path)
    }
  }

  /// Reads a key.
  ///
  /// - Throws: `KeyFileError` if it cannot be read, others may read it, or it is no such key.
  package static func read(_ path: String) throws(KeyFileError) -> SigningKey {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size < 1 << 16,
      let text = FileManager.default.contents(atPath: path)
    else { throw .notRead(path) }
    guard status.st_mode & 0o077 == 0 else { throw .openToOthers(path) }
    guard let key = SigningKey(pem: String(decoding: text, as: UTF8.self)) else {
      throw .noKey(path)
    }
    return key
  }
}

/// What is wrong with the file of a key.
package enum KeyFileError: Error, Hashable, CustomStringConvertible {
  case exists(String)
  case notWritten(String)
  case notRead(String)
  case openToOthers(String)
  case noKey(String)

  /// The error in English, with what to do.
  package var description: String {
    switch self {
    case .exists(let path): "'\(path)' is there already; a key is never replaced: name a new file"
    case .notWritten(let path): "'\(path)' cannot be written"
    case .notRead(let path): "'\(path)' cannot be read; name the file of a private key"
    case .openToOthers(let path):
      "others may read the private key '\(path)'; take their rights away: chmod 600 '\(path)'"
    case .noKey(let path):
      "'\(path)' is not a private key of Ed25519 or P-256 in PEM without a password; make one with "
        + "'passerelle keys new'"
    }
  }
}
