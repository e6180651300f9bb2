internal import ArgumentParser
internal import Foundation
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleSigning
internal import PasserelleStore

/// The exit codes of every command.
enum ExitStatus {
  static let findings = ExitCode(1)
  static let usage = ExitCode(2)
  static let badInput = ExitCode(3)
  static let internalError = ExitCode(4)

  /// What ends a command whose files have errors.
  static func failure(_ report: Importer.Report, otherwise code: ExitCode) -> ExitCode {
    report.isFaultOfMachine ? internalError : code
  }
}

extension PasserelleCommand {
  /// Runs the command line and returns its exit code.
  package static func run(_ arguments: [String]? = nil) -> Int32 {
    // Without threads, the libraries below wait for ever.
    if let fault = MachineFault.ofThreads() {
      Console.error("no thread can be started: \(fault)")
      return ExitStatus.internalError.rawValue
    }
    do {
      return try run(called: arguments ?? Program.arguments())
    } catch {
      Console.error("\(error)")
      return ExitStatus.usage.rawValue
    }
  }

  private static func run(called arguments: [String]) -> Int32 {
    if arguments == ["--version"] {
      Console.print(Program.identity().joined(separator: "\n").printableLines)
      return 0
    }
    do {
      var command = try parsed(arguments)
      try command.run()
      return 0
    } catch let error as ExitCode {
      return error.rawValue
    } catch {
      return report(error).rawValue
    }
  }

  /// Parses a command line.
  ///
  /// A command that is named, and has all that it needs, is parsed by itself: what all other commands take
  /// is built for help and for errors only. `_superCommandName` tells the parser that it is part of a larger
  /// program, and leaves the completion scripts to that.
  private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    if let name = arguments.first,
      let named = configuration.subcommands.first(where: { $0.configuration.commandName == name }),
      let command = try? named.parseAsRoot(Array(arguments.dropFirst())),
      ([named] + named.configuration.subcommands).contains(where: { $0 == type(of: command) })
    {
      return command
    }
    if let hint = UnknownCommand(arguments, among: configuration.subcommands) { throw hint }
    return try parseAsRoot(arguments)
  }

  private static func report(_ error: any Error) -> ExitCode {
    switch error {
    case let problem as Diagnostic:
      Console.diagnostics([problem])
      return ExitStatus.badInput
    case let unknown as UnknownName where !unknown.frameworks.isEmpty:
      Console.error(
        "\(unknown); 'passerelle list \(unknown.text)' shows them, 'passerelle equivalents ID --in "
          + "\(unknown.text)' searches them")
      return ExitStatus.usage
    case let unknown as UnknownName where unknown.near.isEmpty:
      Console.error("\(unknown); try 'passerelle search', or 'passerelle list frameworks'")
      return ExitStatus.usage
    case is UncoveredCountry:
      Console.error(
        "\(error); 'passerelle list frameworks' shows what there is, 'passerelle import' adds a "
          + "descriptor")
      return ExitStatus.usage
    case is LicenceConflict:
      Console.error("\(error), or add '--mix-licences' if you know better")
      return ExitStatus.usage
    case let error as ExportError where error.isFaultOfMachine:
      Console.error("\(error)")
      return ExitStatus.internalError
    case is UnknownCommand, is UnknownName, is QuestionError, is LanguageError, is ExportPlaceError,
      is ExportFormatError, is ExportError, is StoreFileError, is NewAdapterError, is NewFileError,
      is RemovalError, is WorkbookError:
      Console.error("\(error)")
      return ExitStatus.usage
    case is KeyFileError:
      Console.error("\(error)")
      return ExitStatus.badInput
    case let forged as ForgedStatement:
      Console.error("not verified: \(forged)")
      return ExitStatus.findings
    case let unverified as UnverifiedCredential:
      Console.error("not verified: \(unverified)")
      return ExitStatus.findings
    case let error as AdapterLoadError where error.isFaultOfMachine:
      Console.error("\(error)")
      return ExitStatus.internalError
    case let error as SourceFileError where error.isFaultOfMachine:
      Console.error("\(error)")
      return ExitStatus.internalError
    case is AdapterLoadError, is TrustListError, is SourceFileError, is BatchError,
      is TableFileError:
      Console.error("\(error)")
      return ExitStatus.badInput
    case StoreError.readOnly, LibraryError.noHome:
      Console.error("\(error)")
      return ExitStatus.usage
    case StoreError.missing, StoreError.notAStore, StoreError.tooOld, LibraryError.isBackup,
      LibraryError.unsafe:
      Console.error("\(error)")
      return ExitStatus.badInput
    case is StoreError, is LibraryError:
      Console.error("\(error)")
      return ExitStatus.internalError
    default:
      break
    }
    let code = exitCode(for: error)
    let message = fullMessage(for: error).replacing("Error: ", with: "", maxReplacements: 1)
    if code.isSuccess {
      Console.print(message)
      return code
    }
    let isUsage = code == .validationFailure
    Console.error(isUsage ? message : "internal error: \(error)")
    return isUsage ? ExitStatus.usage : ExitStatus.internalError
  }
}
