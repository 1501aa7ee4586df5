package dev.slguard.template.sam;

import dev.slguard.source.Tree;
import java.util.Optional;

/**
 * Source or destination of a connector.
 *
 * @param id logical id, where the template has the resource
 * @param writtenType the type as it stands in the template
 * @param type the type that it is deployed as
 * @param role name of its role, as a value of Roles
 */
record ConnectorEnd(Optional<String> id, String writtenType, String type, Tree arn, Optional<Tree> role,
    Optional<Tree> queueUrl, Optional<Tree> resourceId, Optional<Tree> name, Tree qualifier) {}
