import ArgumentParser

/// The commands of the command line that open no terminal.
public enum CommandList {
  /// They in the order in which help shows them.
  public static let all: [any ParsableCommand.Type] = [
    NewCommand.self, ListCommand.self, ShowCommand.self, AddCommand.self, EditCommand.self,
    ImportCommand.self, ApproveCommand.self, UnlockCommand.self, FiguresCommand.self,
    PrintCommand.self, CalendarCommand.self, CheckCommand.self, UpgradeCommand.self,
    SchemaCommand.self,
    RegisterCommand.self, IdentityCommand.self, AccessCommand.self, RetentionCommand.self,
    InventoryCommand.self,
    MergeCopyCommand.self,
  ]
}
