using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using k8s.Models;

namespace KubeBuilderNet.Generators.Tests.RoundTrip;

/// <summary>Fills any of the random types with random values, the edges of each type among them.</summary>
internal sealed class RandomValues(int seed)
{
    private static readonly string[] Texts = ["", "a", "yes", "1e3", "null", "  ", "é", "😀 \" \\ \n\t", "\u2028"];
    private static readonly string[] Json = ["1", "\"x\"", "true", "[1,\"a\"]", "{\"a\":{\"b\":[]}}", "1.5e10"];
    private static readonly string[] Quantities = ["0", "1", "100m", "1.5Gi", "2e3", "1k", "-1", "12345678901234567890"];
    private static readonly NullabilityInfoContext Nullability = new();

    private readonly Random _random = new(seed);

    public object Make(Type type) => Nullable.GetUnderlyingType(type) is { } underlying ? Make(underlying) : Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => Pick((object[])[.. Enum.GetValues(type)]),
        TypeCode.Boolean => _random.Next(2) == 0,
        TypeCode.String => Pick(Texts),
        TypeCode.Char => Pick(['a', ' ', '\n', 'é', '\u2028', '"']),
        TypeCode.SByte => Pick([sbyte.MinValue, (sbyte)0, sbyte.MaxValue]),
        TypeCode.Byte => Pick([byte.MinValue, (byte)7, byte.MaxValue]),
        TypeCode.Int16 => Pick([short.MinValue, (short)0, short.MaxValue]),
        TypeCode.UInt16 => Pick([ushort.MinValue, ushort.MaxValue]),
        TypeCode.Int32 => Pick([int.MinValue, 0, -1, int.MaxValue]),
        TypeCode.UInt32 => Pick([0u, uint.MaxValue]),
        TypeCode.Int64 => Pick([long.MinValue, 0L, long.MaxValue]),
        // More than a signed 64-bit number holds can't be sent to an API server.
        TypeCode.UInt64 => Pick([0UL, (ulong)long.MaxValue]),
        TypeCode.Single => Pick([0f, -1.5f, 3.4e38f, 1e-40f]),
        TypeCode.Double => Pick([0d, -1.5, 1e300, 5e-324, 1d / 3]),
        TypeCode.Decimal => Pick([0m, -1.50m, 7.9e27m, 0.0000000001m]),
        TypeCode.DateTime => new DateTime(2026, 11, 23, _random.Next(24), _random.Next(60), _random.Next(60), DateTimeKind.Utc).AddTicks(_random.Next(10_000_000)),
        _ => MakeObject(type),
    };

    private object MakeObject(Type type)
    {
        if (type == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 11, 23, 1, 2, 3, TimeSpan.FromMinutes(15 * _random.Next(-20, 20)));
        if (type == typeof(DateOnly))
            return new DateOnly(_random.Next(1, 9999), 2, 28);
        if (type == typeof(TimeSpan))
            return Pick([TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromDays(-3.5), TimeSpan.FromMilliseconds(1500)]);
        if (type == typeof(Guid))
            return new Guid(_random.Next(), 1, 2, [1, 2, 3, 4, 5, 6, 7, 8]);
        if (type == typeof(byte[]))
            return new byte[_random.Next(5)];
        if (type == typeof(JsonElement))
            return JsonDocument.Parse(Pick(Json)).RootElement;
        if (type == typeof(ResourceQuantity))
            return new ResourceQuantity(Pick(Quantities));
        if (type == typeof(IntOrString))
            return (IntOrString)Pick(["8080", "50%", "http", ""]);
        return MakeMap(type) ?? MakeList(type) ?? MakeMembers(type);
    }

    private object? MakeMap(Type type)
    {
        if (type.IsArray || type.Name.Split('`')[0] is not ("Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "ImmutableDictionary"))
            return null;
        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type.GenericTypeArguments))!;
        for (var i = _random.Next(3); i > 0; i--)
            map[Pick(Texts)] = Make(type.GenericTypeArguments[1]);
        return type.Name.StartsWith("Immutable", StringComparison.Ordinal) ? Immutable(typeof(System.Collections.Immutable.ImmutableDictionary), type, map) : map;
    }

    private object? MakeList(Type type)
    {
        if (!typeof(IEnumerable).IsAssignableFrom(type))
            return null;
        var element = type.IsArray ? type.GetElementType()! : type.GenericTypeArguments[0];
        var items = Array.CreateInstance(element, _random.Next(4));
        for (var i = 0; i < items.Length; i++)
            items.SetValue(Make(element), i);
        if (type.IsInterface || type.IsArray)
            return items;
        return type.Name.StartsWith("Immutable", StringComparison.Ordinal)
            ? Immutable(typeof(System.Collections.Immutable.ImmutableArray), type, items)
            : Activator.CreateInstance(type, items)!;
    }

    private static object Immutable(Type factory, Type type, object items) => factory.GetMethods()
        .Where(method => method.Name == "CreateRange" && method.GetParameters().Length == 1 && method.GetGenericArguments().Length == type.GenericTypeArguments.Length)
        .First(method => method.GetParameters()[0].ParameterType.Name == "IEnumerable`1")
        .MakeGenericMethod(type.GenericTypeArguments)
        .Invoke(null, [items])!;

    private object MakeMembers(Type type)
    {
        var value = RuntimeHelpers.GetUninitializedObject(type);
        foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite))
        {
            var mayBeNull = Nullability.Create(property).WriteState != NullabilityState.NotNull
                && property.GetCustomAttribute<RequiredMemberAttribute>() is null;
            if (!mayBeNull || _random.Next(2) == 0)
                property.SetValue(value, Make(property.PropertyType));
        }
        return value;
    }

    private T Pick<T>(T[] of) => of[_random.Next(of.Length)];
}
