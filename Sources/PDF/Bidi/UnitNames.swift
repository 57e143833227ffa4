/// Units of measurement and currencies, which follow their number.
enum UnitNames {
  private static let names: Set<String> = [
    "mm", "cm", "m", "km", "kg", "g", "mg", "t", "l", "L", "ml", "mL", "s", "ms", "h", "min", "Hz", "kHz", "MHz", "GHz",
    "W", "kW", "MW", "GW", "kWh", "MWh", "GWh", "V", "kV", "A", "mA", "Ω", "J", "kJ", "MJ", "N", "kN", "Pa", "kPa",
    "MPa", "bar", "B", "KB", "kB", "MB", "GB", "TB", "bit", "px", "pt", "dpi", "dB", "m²", "m³", "km²", "km/h", "ha",
    "°C", "°F", "K", "ppm", "USD", "EUR", "GBP", "SAR", "AED", "QAR", "KWD", "BHD", "OMR", "JOD", "EGP", "TL", "ft",
    "in", "lb", "oz", "mph", "rpm", "cal", "kcal", "mol", "fps", "AM", "PM", "am", "pm",
  ]

  static func contains(_ name: String) -> Bool { names.contains(name) }
}
