import Foundation
import Passerelle
import PasserelleCommands

// Before the arguments are parsed, for it is started at every import.
if CommandLine.arguments.dropFirst().first == AdapterWorker.argument { AdapterWorker.run() }
// To debug an adapter, the program hands over to this one with all its arguments.
exit(PasserelleCommand.run())
