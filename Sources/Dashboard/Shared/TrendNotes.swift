import Canvas
import JourneyModel
import Wording

/// What happened within a trend: where its marks stand, and what they mean in one line.
struct TrendNotes: Hashable, Sendable {
    /// By period, in order of time: those of one period share a mark.
    private let notes: [Note]
    private let zone: Zone

    private struct Note: Hashable, Sendable {
        var place: Int
        var annotations: [AnnotationRecord]
    }

    /// More marks than these are no notes any more; the latest are kept, and a line that leaves some out says so.
    private static let mostInLine = 9

    /// - Parameter periods: those of the trend, in order of time.
    init(_ annotations: [AnnotationRecord], on periods: [Period], _ scope: Scope) {
        zone = scope.zone
        var byPlace: [Int: [AnnotationRecord]] = [:]
        for annotation in annotations {
            if let place = scope.place(of: annotation, on: periods) { byPlace[place, default: []].append(annotation) }
        }
        notes = byPlace.keys.sorted().map { Note(place: $0, annotations: byPlace[$0] ?? []) }
    }

    var isEmpty: Bool { notes.isEmpty }

    /// The indices of the periods in which something happened.
    var marks: Set<Int> { Set(notes.map(\.place)) }

    /// By the index of the period, the number under which the line below has it.
    var numbers: [Int: String] {
        Dictionary(uniqueKeysWithValues: notes.enumerated().map { ($0.element.place, String($0.offset + 1)) })
    }

    /// `1 14 Nov 2025 Upload step changed (housing)`, as many of the latest as fit, with how many are left out.
    func line(_ canvas: Canvas) -> [Span] {
        let parts = notes.enumerated().map { index, note -> [Span] in
            let text = note.annotations.map { annotation in
                let service = annotation.service.map { " (\($0))" } ?? ""
                return "\(DateText.text(zone.date(at: annotation.time))) \(annotation.text)\(service)"
            }
            return [
                Span("\(canvas.glyphs.verticalRule)\(index + 1) ", .accent),
                Span(text.joined(separator: "; "), .muted),
            ]
        }
        let most = min(Self.mostInLine, parts.count)
        let forms = stride(from: most, to: 0, by: -1).map { count -> [Span] in
            let left = parts.count - count
            let earlier = left > 0 ? [Span("\(NumberText.count(left)) earlier   ", .muted)] : []
            return earlier + Array(parts.suffix(count).joined(separator: [Span("   ")]))
        }
        return canvas.firstFitting(forms, canvas.width)
    }
}

extension OverviewResult {
    /// What happened within the trends of the four figures.
    var trendNotes: TrendNotes {
        TrendNotes(indicators.annotations, on: indicators.trend.map(\.period), indicators.query.scope)
    }
}
