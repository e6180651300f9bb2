import Foundation
import Passerelle
import PasserelleCommands

// The program is its own worker: before the arguments are parsed, for it is started at every import.
if CommandLine.arguments.dropFirst().first == AdapterWorker.argument { AdapterWorker.run() }
exit(PasserelleCommand.run())
