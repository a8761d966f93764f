using System.Collections.Immutable;
using Demarche.Documents;

namespace Demarche.Entities;

/// <summary>The entities of a document, and which words stand for them.</summary>
public sealed class EntityLayer
{
    private readonly Dictionary<TokenRef, (Entity Entity, Mention Mention)> _byHead = [];
    private readonly Dictionary<TokenRef, (Entity Entity, Mention Mention)> _byToken = [];
    private readonly Dictionary<string, Entity> _byId = new(StringComparer.Ordinal);

    /// <summary>Makes the layer.</summary>
    public EntityLayer(ImmutableArray<Entity> all)
    {
        All = all;
        foreach (var entity in all)
        {
            _byId.Add(entity.Id, entity);
            foreach (var mention in entity.Mentions)
            {
                _byHead.TryAdd(new(mention.Sentence, mention.Head), (entity, mention));
                for (var token = mention.First; token <= mention.Last; token++)
                {
                    var at = new TokenRef(mention.Sentence, token);
                    if (!_byToken.TryGetValue(at, out var other) || other.Mention.Span.Length > mention.Span.Length)
                        _byToken[at] = (entity, mention);
                }
            }
        }
    }

    /// <summary>All entities, in order of their first mention.</summary>
    public ImmutableArray<Entity> All { get; }

    /// <summary>The entity with an id, or null.</summary>
    public Entity? ById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The entity whose mention has its head at the token, or null.</summary>
    public Entity? HeadedAt(TokenRef token) => _byHead.TryGetValue(token, out var found) ? found.Entity : null;

    /// <summary>The mention that has its head at the token, or null.</summary>
    public Mention? MentionHeadedAt(TokenRef token) => _byHead.TryGetValue(token, out var found) ? found.Mention : null;

    /// <summary>The entity of the shortest mention that covers the token, or null.</summary>
    public Entity? Covering(TokenRef token) => _byToken.TryGetValue(token, out var found) ? found.Entity : null;
}
