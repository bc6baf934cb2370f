using System.Globalization;
using System.Text;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace KubeBuilderNet.Metrics;

/// <summary>Prometheus' text format, version 0.0.4.</summary>
internal static class PrometheusText
{
    internal const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <summary>A name with nothing but letters, digits and <c>_</c>, and no digit first.</summary>
    internal static string Identifier(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
            text.Append(char.IsAsciiLetterOrDigit(c) ? c : '_');
        return text.Length > 0 && !char.IsAsciiDigit(text[0]) ? text.ToString() : "_" + text;
    }

    internal static void AppendHead(StringBuilder text, MetricFamily family)
    {
        if (family.Help.Length > 0)
            text.Append("# HELP ").Append(family.Name).Append(' ').Append(Escaped(family.Help, quotes: false)).Append('\n');
        text.Append("# TYPE ").Append(family.Name).Append(' ').Append(family.Type switch
        {
            MetricType.Counter => "counter",
            MetricType.Histogram => "histogram",
            _ => "gauge",
        }).Append('\n');
    }

    internal static void AppendSeries(StringBuilder text, MetricFamily family, double[] bounds, string labels, InstrumentSeries.Series series)
    {
        if (family.Type != MetricType.Histogram)
        {
            AppendSample(text, family.Name, labels, Number(series.Value));
            return;
        }
        var count = 0L;
        var before = labels.Length > 0 ? labels + "," : "";
        for (var index = 0; index < bounds.Length; index++)
        {
            count += series.Counts[index];
            AppendSample(text, family.Name + "_bucket", $"{before}le=\"{Number(bounds[index])}\"", Whole(count));
        }
        AppendSample(text, family.Name + "_bucket", before + "le=\"+Inf\"", Whole(series.Count));
        AppendSample(text, family.Name + "_sum", labels, Number(series.Value));
        AppendSample(text, family.Name + "_count", labels, Whole(series.Count));
    }

    /// <summary>Tags as labels, in their names' order and without braces.</summary>
    internal static string Labels(IEnumerable<Tag> tags) => string.Join(',', tags
        .Where(static tag => !string.IsNullOrEmpty(tag.Key))
        .Select(static tag => (Name: Identifier(tag.Key), Value: Convert.ToString(tag.Value, CultureInfo.InvariantCulture) ?? ""))
        .DistinctBy(static label => label.Name)
        .OrderBy(static label => label.Name, StringComparer.Ordinal)
        .Select(static label => $"{label.Name}=\"{Escaped(label.Value, quotes: true)}\""));

    private static void AppendSample(StringBuilder text, string name, string labels, string value)
    {
        text.Append(name);
        if (labels.Length > 0)
            text.Append('{').Append(labels).Append('}');
        text.Append(' ').Append(value).Append('\n');
    }

    private static string Whole(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Number(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };

    private static string Escaped(string value, bool quotes)
    {
        value = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return quotes ? value.Replace("\"", "\\\"", StringComparison.Ordinal) : value;
    }
}
