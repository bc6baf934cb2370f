using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using k8s;

namespace KubeBuilderNet.Client.Json;

/// <summary>How objects of Kubernetes are read and written as JSON.</summary>
/// <remarks>
/// Reading is lenient: <c>required</c> members may be missing, unknown fields are ignored, an unknown enum value reads as null or
/// the enum's default, and null for a number reads as its default. Writing is exact: times, quantities and int-or-strings are
/// written as Go writes them, nulls are left out.
/// </remarks>
public static class ObjectJson
{
    /// <summary>The options that clients use unless they are given others. Read-only.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Options that know the classes of the given source-generated contexts too, without reflection.</summary>
    /// <param name="contexts">Asked first, in their order; KubernetesClient's built-ins come after them, reflection last where it is on.</param>
    public static JsonSerializerOptions CreateOptions(params IReadOnlyList<IJsonTypeInfoResolver> contexts)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        List<IJsonTypeInfoResolver> resolvers = [.. contexts, SourceGenerationContext.Default, CommonTypes.Default];
        if (JsonSerializer.IsReflectionEnabledByDefault)
            resolvers.Add(ReflectionResolver());
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            NumberHandling = JsonNumberHandling.Strict,
            // The bytes go to an API server, never into a web page: only what JSON demands is escaped.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = JsonTypeInfoResolver.Combine([.. resolvers]).WithAddedModifier(Leniency.Apply),
        };
        foreach (var converter in Converters())
            options.Converters.Add(converter);
        options.MakeReadOnly();
        return options;
    }

    /// <summary>How <typeparamref name="T"/> is read and written.</summary>
    /// <exception cref="NotSupportedException">No context knows the class and reflection is switched off.</exception>
    public static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions? options = null) =>
        (JsonTypeInfo<T>)(options ?? Options).GetTypeInfo(typeof(T));

    /// <summary>The object as UTF-8 JSON.</summary>
    public static byte[] Serialize<T>(T value, JsonSerializerOptions? options = null) =>
        JsonSerializer.SerializeToUtf8Bytes(value, TypeInfo<T>(options));

    /// <summary>The object that UTF-8 JSON describes, read leniently.</summary>
    /// <exception cref="JsonException">The JSON does not fit the class; the message names the path.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> utf8, JsonSerializerOptions? options = null) =>
        JsonSerializer.Deserialize(utf8, TypeInfo<T>(options)) ?? throw new JsonException($"null is no {typeof(T).Name}.");

    private static IEnumerable<JsonConverter> Converters()
    {
        yield return new PooledStringConverter();
        yield return new TimeConverter();
        yield return new TimeOffsetConverter();
        yield return new DurationConverter();
        yield return new IntOrStringConverter();
        yield return new QuantityConverter();
        yield return new NullTolerantConverter<bool>(JsonMetadataServices.BooleanConverter);
        yield return new NullTolerantConverter<int>(JsonMetadataServices.Int32Converter);
        yield return new NullTolerantConverter<long>(JsonMetadataServices.Int64Converter);
        yield return new NullTolerantConverter<double>(JsonMetadataServices.DoubleConverter);
        if (System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported)
            yield return LenientEnums();
    }

    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Called only where code can be made at run time.")]
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "As above: nothing is trimmed there.")]
    private static LenientEnumConverterFactory LenientEnums() => new();

    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Called only where reflection is on.")]
    [System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "As above.")]
    private static DefaultJsonTypeInfoResolver ReflectionResolver() => new();
}
