import ArgumentParser

/// The commands of the command line that open no terminal.
public enum CommandList {
  /// They in the order in which help shows them.
  public static let all: [any ParsableCommand.Type] = [
    NewCommand.self, ListCommand.self, ShowCommand.self, HistoryCommand.self, AddCommand.self,
    EditCommand.self, DeleteCommand.self, MergeCommand.self, UndoCommand.self, ImportCommand.self,
    ConsentCommand.self,
    SafeguardingCommand.self, EraseCommand.self, AccessCommand.self, IdentityCommand.self,
    RetentionCommand.self, InventoryCommand.self, RegisterCommand.self, ApproveCommand.self,
    UnlockCommand.self, FiguresCommand.self, ReleaseCommand.self, PrintCommand.self,
    CalendarCommand.self,
    CheckCommand.self, UpgradeCommand.self, SchemaCommand.self, MergeCopyCommand.self,
  ]
}
