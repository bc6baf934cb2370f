namespace KubeBuilderNet.Benchmarks;

/// <summary>An operator's sources: kinds with nested classes, rules, defaults and comments, and their reconcilers.</summary>
internal static class Sources
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel;
        global using System.ComponentModel.DataAnnotations;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using k8s.Models;
        global using KubeBuilderNet;
        global using KubeBuilderNet.Annotations;
        global using KubeBuilderNet.Caching;
        global using KubeBuilderNet.Client;
        global using KubeBuilderNet.Reconciling;
        """;

    public static string Resource(int index, bool podTemplate, string words) => $$"""
        #nullable enable
        namespace Benchmark.Api{{index}};

        /// <summary>A resource.</summary>
        [CustomResource("bench.example.com", "v1", ShortNames = ["w{{index}}"])]
        [PrintColumn("URL", ".spec.url")]
        [PrintColumn("Ready", ".status.conditions[?(@.type==\"Ready\")].status")]
        [SelectableField(".spec.url")]
        public sealed partial class Widget{{index}} : CustomResource<WidgetSpec, WidgetStatus>;

        /// <summary>What is wanted.</summary>
        [CelRule("self.replicas <= 5 || self.mode != 'Slow'", Message = "slow ones are few")]
        public sealed partial class WidgetSpec
        {
            /// <summary>{{words}}</summary>
            [Pattern("^https?://"), MaxLength(2048)] public required string Url { get; set; }
            /// <summary>How many.</summary>
            [Range(1, 10)] public int Replicas { get; set; } = 1;
            /// <summary>How it goes about it.</summary>
            public Mode Mode { get; set; } = Mode.Fast;
            /// <summary>Under which names, with <c>values</c>.</summary>
            public Dictionary<string, string> Headers { get; set; } = [];
            /// <summary>How often.</summary>
            public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(30);
            /// <summary>What is done, in this order.</summary>
            [ListType(ListType.Map, "name"), MinItems(1)] public List<Step> Steps { get; set; } = [];
            /// <summary>How much of it.</summary>
            public ResourceQuantity? Memory { get; set; }
            /// <summary>Set once.</summary>
            [Immutable] public string? ClassName { get; set; }
            {{(podTemplate ? "public V1PodTemplateSpec? Template { get; set; }" : "")}}
        }

        /// <summary>One thing to do.</summary>
        public sealed partial class Step
        {
            /// <summary>Its name.</summary>
            [MinLength(1), MaxLength(63)] public required string Name { get; set; }
            /// <summary>What it may take.</summary>
            [Minimum(0)] public long? TimeoutSeconds { get; set; }
            /// <summary>What it does when it fails.</summary>
            public Retry Retry { get; set; } = new();
        }

        /// <summary>Tries again.</summary>
        public sealed partial class Retry
        {
            /// <summary>How often.</summary>
            public int Limit { get; set; } = 3;
            /// <summary>The first pause.</summary>
            public TimeSpan? Pause { get; set; }
        }

        public enum Mode { Slow, Fast }

        /// <summary>What was seen.</summary>
        public sealed partial class WidgetStatus
        {
            /// <summary>What it was seen of.</summary>
            public long? ObservedGeneration { get; set; }
            /// <summary>How it is.</summary>
            [ListType(ListType.Map, "type")] public IList<V1Condition> Conditions { get; set; } = [];
        }
        """;

    public static string Reconciler(int index, string seconds) => $$"""
        #nullable enable
        namespace Benchmark.Api{{index}};

        [Rbac("", "configmaps", Verbs.Read)]
        [ValidatingWebhook<Widget{{index}}>]
        public sealed class WidgetReconciler(ILister<Widget{{index}}> widgets, IClient client) : IReconciler<Widget{{index}}>
        {
            private static readonly ApplyOptions Apply = new() { FieldManager = "benchmark", Force = true };

            public async Task<ReconcileResult> ReconcileAsync(ReconcileRequest request, CancellationToken cancellationToken)
            {
                if (widgets.Find(request.Key) is not { } widget)
                    return ReconcileResult.Done;
                if (widget.Metadata.DeletionTimestamp is not null)
                    return ReconcileResult.RequeueAfter(TimeSpan.FromSeconds({{seconds}}));
                await client.ApplyAsync(ConfigMap(widget), Apply, cancellationToken);
                var deployment = await client.ApplyAsync(Deployment(widget), Apply, cancellationToken);
                return deployment.Status?.ReadyReplicas == widget.Spec.Replicas ? ReconcileResult.Done : ReconcileResult.Requeue;
            }

            private static V1ConfigMap ConfigMap(Widget{{index}} widget)
            {
                var data = new Dictionary<string, string>(widget.Spec.Headers) { ["url"] = widget.Spec.Url };
                foreach (var step in widget.Spec.Steps)
                    data[$"step-{step.Name}"] = $"{step.TimeoutSeconds ?? 0} {step.Retry.Limit}";
                return new V1ConfigMap { Metadata = Metadata(widget), Data = data };
            }

            private static V1Deployment Deployment(Widget{{index}} widget) => new()
            {
                Metadata = Metadata(widget),
                Spec = new V1DeploymentSpec
                {
                    Replicas = widget.Spec.Replicas,
                    Selector = new V1LabelSelector { MatchLabels = Labels(widget) },
                    Template = new V1PodTemplateSpec
                    {
                        Metadata = new V1ObjectMeta { Labels = Labels(widget) },
                        Spec = new V1PodSpec { Containers = [new V1Container { Name = "main", Image = "busybox", Args = [widget.Spec.Url] }] },
                    },
                },
            };

            private static V1ObjectMeta Metadata(Widget{{index}} widget) => new() { Name = widget.Metadata.Name, NamespaceProperty = widget.Metadata.NamespaceProperty };

            private static Dictionary<string, string> Labels(Widget{{index}} widget) => new() { ["app"] = widget.Metadata.Name };
        }
        """;
}
