import Canvas
import JourneyModel

extension Bar {
    /// A bar among others: `scale` fills the column, because the rows are compared with each other.
    init(comparing measure: Measure, scale: Double) {
        let scale = scale > 0 ? scale : 1
        let interval = MeasureText.interval(measure).map { ($0.lowerBound / scale)...($0.upperBound / scale) }
        self.init((measure.value ?? 0) / scale, interval: interval)
    }
}
