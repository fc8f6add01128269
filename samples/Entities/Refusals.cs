using System;
using System.Collections.Generic;

namespace Entities;

/// <summary>What a slab says to a handle that is not valid, where nobody asked first.</summary>
internal static class Refusals
{
    public static IEnumerable<string> Messages()
    {
        World world = new(seed: 1);
        EntitySlab.Handle stale = world.Entities.Alloc(new Entity { Serial = 1 });
        world.Entities.Free(stale);
        world.Entities.Alloc(new Entity { Serial = 2 }); // in the same slot

        yield return MessageOf(world, stale);
        yield return MessageOf(world, (EntitySlab.Handle)new Allocators.Handle(slot: 7, generation: 5));
        yield return MessageOf(world, default);
    }

    private static string MessageOf(World world, EntitySlab.Handle handle)
    {
        try
        {
            return $"It was taken for entity {world.Entities[handle].Serial}.";
        }
        catch (InvalidOperationException refusal)
        {
            return refusal.Message;
        }
    }
}
