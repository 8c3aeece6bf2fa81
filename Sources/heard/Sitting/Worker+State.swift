import HeardKit
import HeardModel
import HeardStore

// What is done with what the person keeps on this machine beside the programme.
extension Worker {
  func run(_ job: StateJob) -> [Outcome] {
    switch job {
    case .keepDraft(let draft): return [.state(keep(draft))]
    case .discardDraft(let id): try? drafts?.get().remove(id)
    case .saveSettings(let person):
      do throws(StoreError) { try person.save() } catch {
        return [.state(.settingsFailed(error))]
      }
    case .rememberUndo(let change): try? undo?.remember(change)
    case .forgetUndo(let change): undo?.forget(change)
    case .forgetUndoOf(let keys): undo?.forget(keys)
    case .noteTour(let place): TourPlace.note(place)
    }
    return []
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
