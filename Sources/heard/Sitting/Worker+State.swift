import HeardCommands
import HeardKit
import HeardModel
import HeardStore

// What is done with what the person keeps on this machine beside the programme.
extension Worker {
  func run(_ job: StateJob) -> [Outcome] {
    switch job {
    case .keepDraft(let draft): return [.state(keep(draft))]
    case .discardDraft(let id): try? drafts?.get().remove(id)
    case .keepJournal: return keepJournal()
    case .forgetTaken: try? journal?.get().forgetTaken()
    case .saveSettings(let person):
      do throws(StoreError) { try person.save() } catch {
        return [.state(.settingsFailed(error))]
      }
    case .rememberUndo(let change): _ = try? undo?.remember(change, at: Surroundings.now)
    case .forgetUndo(let change): undo?.forget(change)
    case .forgetUndoOf(let keys): undo?.forget(keys)
    case .noteTour(let place): TourPlace.note(place)
    }
    return []
  }

  /// Keeps what is not on disk as it was said last: what was said before that is written no more.
  private func keepJournal() -> [Outcome] {
    guard let journal, let (changes, at) = pending.withLock({ $0.take() }) else { return [] }
    do throws(StoreError) {
      return [.state(.journalKept(except: try journal.get().keep(changes, at: at)))]
    } catch {
      return [.state(.journalFailed(error))]
    }
  }

  private func keep(_ draft: Draft) -> StateOutcome {
    do throws(StoreError) {
      try drafts?.get().keep(draft)
      return .draftKept(draft.id)
    } catch {
      return .draftFailed(draft.id, error)
    }
  }
}
