internal import ArgumentParser
internal import Foundation
internal import NIOCore
internal import PasserelleServer

/// The program: it opens the library, listens, and answers until it is told to stop.
@main
struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passerelle-server",
    abstract: "Serve answers over HTTP: pages, JSON, reconciliation, CASE.",
    discussion: """
      The library is read and never written; it must have been built ('passerelle stats' does). What is asked \
      is neither stored nor logged. Encryption is a task for a proxy in front of it.
      """)

  @Option(
    help: ArgumentHelp(
      "The file of the store (default: the one that 'passerelle' uses).", valueName: "file"))
  var store: String?

  @Option(help: ArgumentHelp("The address to listen at.", valueName: "address"))
  var address = "127.0.0.1"

  @Option(help: ArgumentHelp("The port; 0 for any that is free.", valueName: "port"))
  var port = 8080

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "Where clients reach the server, if that is not its address and port.", valueName: "url"))
  var baseURL: String?

  @Option(help: ArgumentHelp("How many questions are answered at once.", valueName: "number"))
  var threads = max(2, ProcessInfo.processInfo.activeProcessorCount)

  @Flag(help: "Write no line for each request to the standard output.")
  var quiet = false

  func validate() throws {
    guard (0...65_535).contains(port) else {
      throw ValidationError("'--port' takes a number from 0 to 65535")
    }
    guard (1...64).contains(threads) else {
      throw ValidationError("'--threads' takes a number from 1 to 64")
    }
    if let baseURL {
      guard let url = URL(string: baseURL), ["http", "https"].contains(url.scheme), url.host != nil,
        url.query == nil, url.fragment == nil
      else {
        throw ValidationError(
          "'--base-url' takes an address such as https://example.org/passerelle")
      }
    }
  }

  func run() async throws {
    let site: Site
    do {
      site = try Site(store: store, baseURL: baseURL ?? Listener.url(of: address, port: port))
    } catch {
      FileHandle.standardError.write(Data("passerelle-server: \(error)\n".utf8))
      throw ExitCode(3)
    }
    do {
      try await Listener(
        site: site, address: address, port: port, threads: threads,
        log: quiet ? nil : RequestLog(), isAtChosenPort: port == 0 && baseURL == nil
      ).run()
    } catch let error as IOError {
      let why = String(cString: strerror(error.errnoCode))
      FileHandle.standardError.write(
        Data(
          """
          passerelle-server: cannot listen at port \(port) of \(address): \(why)
            hint: choose another port with '--port'; 0 is any that is free

          """.utf8))
      throw ExitCode(3)
    }
  }
}
