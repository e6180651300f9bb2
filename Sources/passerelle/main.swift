import Foundation
import PasserelleCommands

exit(PasserelleCommand.run())
