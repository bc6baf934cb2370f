namespace KubeBuilderNet.Finalizers;

/// <summary>What <see cref="FinalizerSet{T}.FinalizeAsync"/> came to.</summary>
/// <param name="Resource">The object as last stored.</param>
/// <param name="IsBeingDeleted">Whether it is on its way out: then there is nothing more to reconcile.</param>
/// <typeparam name="T">The object's class.</typeparam>
public readonly record struct Finalization<T>(T Resource, bool IsBeingDeleted);
