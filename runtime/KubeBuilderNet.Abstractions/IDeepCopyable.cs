namespace KubeBuilderNet;

/// <summary>A class whose objects can be copied whole, so that a copy shares nothing changeable with its original.</summary>
/// <remarks>Implemented by the source generator; follows Go's generated <c>DeepCopy</c>.</remarks>
/// <typeparam name="T">The class itself.</typeparam>
public interface IDeepCopyable<out T>
{
    /// <summary>A copy that can be changed without the original noticing. Null members stay null.</summary>
    T DeepCopy();
}
