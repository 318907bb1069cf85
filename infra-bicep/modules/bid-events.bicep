import { names } from '../names.bicep'
import { roles } from '../roles.bicep'

@description('Required. Name of the system topic.')
param name string

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Name of the storage account of the documents.')
param documentAccountName string

@description('Required. Name of the storage account of the host, which keeps what could not be delivered.')
param hostAccountName string

@description('Required. Workspace that the logs go to.')
param workspaceId string

resource documents 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: documentAccountName

  resource queueService 'queueServices' existing = {
    name: 'default'

    resource uploads 'queues' existing = {
      name: names.bidUploads
    }
  }
}

resource host 'Microsoft.Storage/storageAccounts@2025-06-01' existing = {
  name: hostAccountName

  resource blobs 'blobServices' existing = {
    name: 'default'

    resource undelivered 'containers' existing = {
      name: names.undeliveredEvents
    }
  }
}

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'SystemAssigned' }
  properties: {
    source: documents.id
    topicType: 'Microsoft.Storage.StorageAccounts'
  }
}

resource sender 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(documents::queueService::uploads.id, topic.id, roles.storageQueueDataMessageSender)
  scope: documents::queueService::uploads
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageQueueDataMessageSender)
  }
}

resource deadLetterWriter 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(host::blobs::undelivered.id, topic.id, roles.storageBlobDataContributor)
  scope: host::blobs::undelivered
  properties: {
    principalId: topic.identity.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
  }
}

resource uploads 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: names.bidUploads
  properties: {
    eventDeliverySchema: 'EventGridSchema'
    filter: {
      includedEventTypes: ['Microsoft.Storage.BlobCreated']
      subjectBeginsWith: '/blobServices/default/containers/${names.bids}/blobs/'
      isSubjectCaseSensitive: true
    }
    deliveryWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      destination: {
        endpointType: 'StorageQueue'
        properties: {
          resourceId: documents.id
          queueName: documents::queueService::uploads.name
          // A message waits as long as the app may be down.
          queueMessageTimeToLiveInSeconds: 604800
        }
      }
    }
    retryPolicy: { eventTimeToLiveInMinutes: 1440, maxDeliveryAttempts: 30 }
    deadLetterWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      deadLetterDestination: {
        endpointType: 'StorageBlob'
        properties: { resourceId: host.id, blobContainerName: host::blobs::undelivered.name }
      }
    }
  }
  dependsOn: [sender, deadLetterWriter]
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: topic
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'DeliveryFailures', enabled: true }]
  }
}

@description('Resource id of the system topic.')
output id string = topic.id
