using System.Text;

namespace KubeBuilderNet.Client.Rest;

/// <summary>Sends a header once for each of its values.</summary>
/// <remarks>
/// HttpClient joins the values of a header by commas, and API servers take what they read for one group. So the values go in as one,
/// with a mark between them, and the encoding that writes it puts a new header there; HTTP/1.1 only.
/// </remarks>
internal sealed class RepeatedHeader(string name) : Encoding
{
    private const char Mark = '\u001f';
    private readonly string _between = $"\r\n{name}: ";

    internal static void Add(HttpRequestMessage request, string name, IReadOnlyList<string> values)
    {
        if (values.Any(static value => value.AsSpan().ContainsAny('\r', '\n', Mark)))
            throw new ArgumentException($"{name} can't have a value with a line end in it.", nameof(values));
        if (values.Count > 1)
            (request.Version, request.VersionPolicy) = (System.Net.HttpVersion.Version11, HttpVersionPolicy.RequestVersionExact);
        if (values.Count > 0)
            request.Headers.TryAddWithoutValidation(name, string.Join(Mark, values));
    }

    /// <summary>How the value of a header is written; for <see cref="SocketsHttpHandler.RequestHeaderEncodingSelector"/>.</summary>
    internal static Encoding Select(string name, HttpRequestMessage request) =>
        name.StartsWith("Impersonate-", StringComparison.OrdinalIgnoreCase) && request.Version == System.Net.HttpVersion.Version11 ? new RepeatedHeader(name) : UTF8;

    public override int GetByteCount(char[] chars, int index, int count) => UTF8.GetByteCount(Written(chars, index, count));

    public override int GetBytes(char[] chars, int charIndex, int charCount, byte[] bytes, int byteIndex)
    {
        var text = Written(chars, charIndex, charCount);
        return UTF8.GetBytes(text, 0, text.Length, bytes, byteIndex);
    }

    public override int GetMaxByteCount(int charCount) => UTF8.GetMaxByteCount(charCount * _between.Length);

    public override int GetCharCount(byte[] bytes, int index, int count) => UTF8.GetCharCount(bytes, index, count);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) =>
        UTF8.GetChars(bytes, byteIndex, byteCount, chars, charIndex);

    public override int GetMaxCharCount(int byteCount) => UTF8.GetMaxCharCount(byteCount);

    private string Written(char[] chars, int index, int count) =>
        new string(chars, index, count).Replace(Mark.ToString(), _between, StringComparison.Ordinal);
}
